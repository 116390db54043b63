import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api';
import { inARow, number } from '@/lib/format';
import { fieldOf, objectQuery, say, useObjects, verbsOf } from '@/lib/meta';
import { bulkQuery, undoBulk } from '@/records/list/bulk/acts';
import { Tag } from '@/ui/Tag';
import { Unread } from '@/ui/Unread';
import { bulkState, isUndoable } from './history';
import { JobFacts } from './JobFacts';
import styles from './HistoryPage.module.css';

type Job = Schemas['BulkActBrief'];

const colours = { running: 'blue', done: 'green', partly: 'amber', failed: 'red', undone: 'slate' } as const;

/** What was done to many records at once lately; taken back from here too. */
export function BulkActs({ now }: { now: number }) {
  const { t } = useTranslation('imports');
  const { data, error, isFetching, refetch } = useQuery(bulkQuery);
  if (error && !data) {
    return <Unread error={error} busy={isFetching} retry={() => void refetch()} />;
  }
  if (!data || data.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="bulk-acts">
      <header className={styles.head}>
        <h2 id="bulk-acts" className={styles.title}>
          {t('history.bulk')}
        </h2>
      </header>
      <ul className={styles.list}>
        {data.map((job) => (
          <Act key={job.id} job={job} now={now} />
        ))}
      </ul>
    </section>
  );
}

function Act({ job, now }: { job: Job; now: number }) {
  const { t } = useTranslation('imports');
  const { t: bulk } = useTranslation('bulk');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [busy, work] = useState(false);
  const object = useObjects().find(({ name }) => name === job.object);
  const { data: meta } = useQuery({ ...objectQuery(job.object), enabled: object !== undefined });
  const verb = meta && verbsOf(meta).find(({ name }) => name === job.verb);
  const fields = (job.set ?? []).map((name) => say(meta && fieldOf(meta, name)?.label) || name);
  const state = bulkState(job);
  const undo = async () => {
    work(true);
    await undoBulk(bulk, job.object, job.id);
    await queries.invalidateQueries({ queryKey: bulkQuery.queryKey });
    work(false);
  };
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        <span className={styles.act}>
          {job.verb === undefined
            ? common('edit_fields', { fields: inARow(fields) })
            : say(verb?.label) || job.verb}
        </span>
        <JobFacts job={job} />
      </div>
      <span className={styles.counts}>
        {[
          t('history.updated', { count: job.updated, n: number(job.updated) }),
          job.failed > 0 && t('history.left', { count: job.failed, n: number(job.failed) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.state}>
        <Tag seed={state} colour={colours[state]}>
          {t(`history.state.${state === 'partly' ? 'partial' : state}`)}
        </Tag>
      </span>
      <span className={styles.acts}>
        {isUndoable(job, now) && (
          <Button
            size="small"
            loading={busy}
            icon={<Undo2 size={14} strokeWidth={1.5} aria-hidden />}
            onClick={() => void undo()}
          >
            {common('undo')}
          </Button>
        )}
      </span>
    </li>
  );
}
