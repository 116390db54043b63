import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CircleCheck, CircleX, Download, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { moment, number } from '@/lib/format';
import { say, type ObjectMeta } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { sessionQuery } from '@/lib/session';
import { LinkButton } from '@/ui/LinkButton';
import { Alert } from '@/ui/Alert';
import { errorsOf, isOpen, type Import } from '../job/api';
import { Figures } from '../outcome/Figures';
import { Foot } from '../parts/Foot';
import { Kinds } from '../outcome/Kinds';
import { broughtBy } from '../job/records';
import { Running } from '../run/Running';
import { Undo, Undone } from './Undo';
import { Warnings } from '../outcome/Warnings';
import { watch } from '../job/watch';
import { counted } from '../job/words';
import page from '../parts/Page.module.css';
import styles from './ResultStep.module.css';

/** How the import goes, what became of it, and the way back. */
export function ResultStep({ job, meta }: { job: Import; meta: ObjectMeta }) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = isOpen(job);
  useEffect(() => watch(job, (to) => void navigate(to)), [job, navigate]);
  useEffect(() => {
    if (!open) {
      void queries.invalidateQueries({ queryKey: recordsKey(meta.name) });
    }
  }, [open, queries, meta.name]);
  if (open && !job.undo) {
    return <Running job={job} title={t('result.running')} hint={t('result.running_hint')} />;
  }
  return (
    <>
      <div className={page.body}>
        {job.undo ? <Undone job={job} meta={meta} /> : <Outcome job={job} meta={meta} />}
        {!job.undo && job.kinds.length > 0 && (
          <section className={page.section}>
            <h2>{t('result.left_out')}</h2>
            <Kinds job={job} />
          </section>
        )}
        {!job.undo && <Warnings job={job} />}
      </div>
      <Foot start={<LinkButton to={`/import/new?object=${meta.name}`}>{t('result.another')}</LinkButton>}>
        <LinkButton to={`/${meta.name}`}>{t('result.to_list', { object: say(meta.plural) })}</LinkButton>
      </Foot>
    </>
  );
}

function Outcome({ job, meta }: { job: Import; meta: ObjectMeta }) {
  const { t } = useTranslation('imports');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const me = session && 'label' in session.user ? session.user.label : undefined;
  const brought = broughtBy(job, me !== undefined && me === job.created_by);
  const failed = job.status === 'failed';
  const n = job.created + job.updated;
  const Sign = failed ? CircleX : CircleCheck;
  return (
    <div className={styles.outcome}>
      <div role="status" className={styles.head} data-failed={failed}>
        <Sign size={24} strokeWidth={1.5} aria-hidden />
        <h2>
          {failed
            ? t('result.stopped', { n: number(n), count: n })
            : t('result.done', { n: number(n), count: n, object: counted(meta, n) })}
        </h2>
      </div>
      {job.error && <Alert kind="warning">{job.error.message}</Alert>}
      {(job.mode !== 'create' || job.failed > 0) && <Figures job={job} tense="did" />}
      <p className={styles.when}>
        {[job.created_by, job.finished_at && moment(job.finished_at)].filter(Boolean).join(' · ')}
      </p>
      <div className={styles.acts}>
        {brought && (
          <LinkButton
            type="primary"
            to={`/${meta.name}?filter=${encodeURIComponent(JSON.stringify(brought))}`}
          >
            {t('result.look')}
          </LinkButton>
        )}
        {job.failed > 0 && (
          <Button href={errorsOf(job.id)} download icon={<Download size={14} aria-hidden />}>
            {t('report.download')}
          </Button>
        )}
        <Undo job={job} meta={meta} icon={<RotateCcw size={14} aria-hidden />} />
      </div>
    </div>
  );
}
