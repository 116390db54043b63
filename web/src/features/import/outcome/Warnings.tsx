import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import type { Import } from '../job/api';
import { unstopped } from '../job/words';
import page from '../parts/Page.module.css';
import styles from './Warnings.module.css';

const FEW = 6;
const NAMED = 8;

interface Told {
  key: string;
  column: string;
  message: string;
  rows: number;
}

/** New options of a column are told together, unless all rows with them are refused. */
function told(job: Import, t: TFunction<'imports'>): Told[] {
  const isNew = ({ code }: Import['warnings'][number]) => code === 'import.new_choice';
  const fresh = new Map<string, Import['warnings']>();
  job.warnings.filter(isNew).forEach((warning) => {
    fresh.set(warning.column, [...(fresh.get(warning.column) ?? []), warning]);
  });
  const others = job.warnings
    .filter((warning) => !isNew(warning))
    .map(({ column, code, value, message, rows }) => ({
      key: `${column} ${code} ${value}`,
      column,
      message: unstopped(message),
      rows,
    }));
  const refused = (column: string) =>
    job.kinds.filter((kind) => kind.column === column).reduce((sum, { rows }) => sum + rows, 0);
  const taken = [...fresh].filter(
    ([column, all]) => refused(column) < all.reduce((sum, { rows }) => sum + rows, 0),
  );
  const added = taken.map(([column, all]) => {
    const most = [...all].sort((a, b) => b.rows - a.rows);
    const named = most.slice(0, NAMED).map(({ value }) => value);
    return {
      key: column,
      column,
      message: t(all.length > NAMED ? 'warnings.new_more' : 'warnings.new', {
        count: all.length,
        n: number(all.length),
        values: named.join(t('list_and')),
      }),
      rows: all.reduce((sum, { rows }) => sum + rows, 0),
    };
  });
  return [...added, ...others];
}

/** What was taken although it is unusual. */
export function Warnings({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const [all, showAll] = useState(false);
  const sorted = told(job, t).sort((a, b) => b.rows - a.rows);
  if (sorted.length === 0) {
    return null;
  }
  return (
    <section className={page.section}>
      <h2>{t('warnings.title')}</h2>
      <ul className={styles.list}>
        {sorted.slice(0, all ? undefined : FEW).map((warning) => (
          <li key={warning.key}>
            <span className={styles.column}>{warning.column}</span>
            <span className={styles.message}>{warning.message}</span>
            <span className={styles.rows}>
              {t('map.problem_rows', { count: warning.rows, n: number(warning.rows) })}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > FEW && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t('warnings.fold') : t('warnings.more', { n: number(sorted.length - FEW) })}
        </button>
      )}
    </section>
  );
}
