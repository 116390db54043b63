import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { errorsOf } from '../job/api';
import { Figures } from '../outcome/Figures';
import { Fixes } from './Fixes';
import { Kinds } from '../outcome/Kinds';
import { Repairs } from './Repairs';
import { Warnings } from '../outcome/Warnings';
import type { StepProps } from '../job/stepProps';
import page from '../parts/Page.module.css';
import styles from './Report.module.css';

/** What a try has shown. */
export function Report({ job, meta, draft, onDraft }: StepProps) {
  const { t } = useTranslation('imports');
  const good = job.created + job.updated + job.unchanged;
  return (
    <>
      <div className={styles.summary}>
        <p className={styles.sentence}>
          {t('report.good', { count: good, n: number(good) })}
          {job.failed > 0 && (
            <>
              {t('report.and')}
              <span className={styles.bad}>
                {t('report.bad', { count: job.failed, n: number(job.failed) })}
              </span>
            </>
          )}
        </p>
        {job.mode !== 'create' && <Figures job={job} tense="will" />}
      </div>
      <Repairs job={job} draft={draft} onDraft={onDraft} />
      <Fixes job={job} meta={meta} draft={draft} onDraft={onDraft} />
      {job.kinds.length > 0 && (
        <section className={page.section}>
          <div className={styles.title}>
            <h2>{t('report.problems')}</h2>
            <Button size="small" href={errorsOf(job.id)} download icon={<Download size={14} aria-hidden />}>
              {t('report.download')}
            </Button>
          </div>
          <Kinds job={job} />
        </section>
      )}
      <Warnings job={job} />
    </>
  );
}
