import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Refused } from '@/ui/Alert';
import { problemsQuery, type Import, type Kind } from '../job/api';
import { kindName, unstopped } from '../job/words';
import styles from './Kinds.module.css';

/** What is wrong by kind, each opening the rows that have it. */
export function Kinds({ job }: { job: Import }) {
  return (
    <ul className={styles.kinds}>
      {job.kinds.map((kind) => (
        <OneKind key={`${kind.code} ${kind.column ?? ''}`} job={job} kind={kind} />
      ))}
    </ul>
  );
}

function OneKind({ job, kind }: { job: Import; kind: Kind }) {
  const { t } = useTranslation('imports');
  const [open, show] = useState(false);
  const rows = useId();
  return (
    <li className={styles.kind}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={rows}
        onClick={() => show(!open)}
      >
        <ChevronRight size={16} strokeWidth={1.5} className={styles.sign} aria-hidden />
        <span className={styles.count}>
          {t('map.problem_rows', { count: kind.rows, n: number(kind.rows) })}
        </span>
        <span className={styles.name}>
          {kind.column !== null && <span className={styles.column}>{kind.column}</span>}
          {kindName(kind)}
        </span>
      </button>
      {open && (
        <div id={rows}>
          <Rows job={job} kind={kind} />
        </div>
      )}
    </li>
  );
}

function Rows({ job, kind }: { job: Import; kind: Kind }) {
  const { t } = useTranslation('imports');
  const { t: common } = useTranslation();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    problemsQuery(job.id, kind.code, kind.column),
  );
  const rows = data?.pages.flatMap((page) => page.items);
  if (!rows) {
    return error ? <Refused error={error} /> : <p className={styles.wait}>{common('loading')}</p>;
  }
  const whole = kind.code.startsWith('file.row.');
  return (
    <div className={styles.rows}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('kinds_rows.row')}</th>
            <th scope="col">{t(kind.column === null ? 'kinds_rows.cells' : 'kinds_rows.value')}</th>
            {!whole && <th scope="col">{t('kinds_rows.reason')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className={styles.number}>{number(row.row)}</td>
              <td className={styles.value}>
                <span className={styles.clamp}>
                  {kind.column === null
                    ? (row.cells?.join(' │ ') ?? row.value)
                    : (row.value ?? t('kinds_rows.empty'))}
                </span>
              </td>
              {!whole && <td>{unstopped(row.message)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('kinds_rows.more')}
        </Button>
      )}
    </div>
  );
}
