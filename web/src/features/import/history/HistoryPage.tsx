import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { number } from '@/lib/format';
import { useObjects } from '@/lib/meta';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { Tag } from '@/ui/Tag';
import { Waiting } from '@/ui/Waiting';
import { BulkActs } from './BulkActs';
import { errorsOf, historyQuery, type ImportBrief } from '../job/api';
import { newestOfEach, stateOf } from './history';
import { importable } from '../importable';
import { undoDays } from '../job/records';
import { JobFacts } from './JobFacts';
import styles from './HistoryPage.module.css';

const colours = {
  draft: 'grey',
  running: 'blue',
  done: 'green',
  partly: 'amber',
  failed: 'red',
  undone: 'slate',
} as const;

/** What was brought in, by whom and with which outcome; what was begun and waits. */
export function HistoryPage() {
  const { t } = useTranslation('imports');
  const [now] = useState(() => Date.now());
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(historyQuery);
  const may = importable(useObjects()).length > 0;
  if (error && !data) {
    throw error;
  }
  const jobs =
    data &&
    newestOfEach(
      data.pages.flatMap((page) => page.items),
      now,
    );
  const fresh = may && (
    <LinkButton type="primary" to="/import/new" icon={<Plus size={16} aria-hidden />}>
      {t('history.new')}
    </LinkButton>
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('history.title')}</h1>
        {jobs && jobs.length > 0 && fresh}
      </header>
      {!jobs ? (
        <Waiting lines={8} />
      ) : jobs.length === 0 && !may ? (
        <Notice title={t('not_permitted')} hint={t('not_permitted_hint')} />
      ) : jobs.length === 0 ? (
        <Notice title={t('history.empty')} hint={t('history.empty_hint')} act={fresh} />
      ) : (
        <ul className={styles.list}>
          {jobs.map((job) => (
            <Entry key={job.id} job={job} now={now} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('kinds_rows.more')}
          </Button>
        </div>
      )}
      <BulkActs now={now} />
    </div>
  );
}

function Entry({ job, now }: { job: ImportBrief; now: number }) {
  const { t } = useTranslation('imports');
  const state = stateOf(job);
  const days = undoDays(job, now);
  const counts = [
    job.created > 0 && t('history.created', { count: job.created, n: number(job.created) }),
    job.updated > 0 && t('history.updated', { count: job.updated, n: number(job.updated) }),
    job.failed > 0 && t('history.failed', { count: job.failed, n: number(job.failed) }),
  ].filter(Boolean);
  const rows = job.total === null ? null : t('values.rows', { count: job.total, n: number(job.total) });
  return (
    <li className={styles.entry}>
      <div className={styles.what}>
        <Link to={`/import/${job.id}`} className={styles.file}>
          {job.file.name}
        </Link>
        <JobFacts job={job} />
      </div>
      <span className={styles.counts}>
        {state === 'running' && job.total !== null
          ? t('progress.of', { done: number(job.processed), total: number(job.total) })
          : state === 'draft' || counts.length === 0
            ? rows
            : counts.join(' · ')}
      </span>
      <span className={styles.state}>
        <Tag seed={state} colour={colours[state]}>
          {t(`history.state.${state}`)}
        </Tag>
        {days > 0 && state !== 'draft' && (
          <span className={styles.days}>{t('undo.days', { count: days, n: number(days) })}</span>
        )}
      </span>
      <span className={styles.acts}>
        {job.failed > 0 && state !== 'draft' && state !== 'undone' && (
          <Button
            type="text"
            href={errorsOf(job.id)}
            download
            icon={<Download size={16} aria-hidden />}
            aria-label={t('history.download', { file: job.file.name })}
            title={t('report.download')}
          />
        )}
        <LinkButton to={`/import/${job.id}`} size="small">
          {t(state === 'draft' ? 'history.go_on' : 'history.open')}
        </LinkButton>
      </span>
    </li>
  );
}
