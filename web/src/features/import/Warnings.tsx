import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import type { Import } from './api';
import page from './Wizard.module.css';
import styles from './Warnings.module.css';

const FEW = 6;

/** What was taken although it is unusual. */
export function Warnings({ job }: { job: Import }) {
  const { t } = useTranslation('imports');
  const [all, showAll] = useState(false);
  if (job.warnings.length === 0) {
    return null;
  }
  const sorted = [...job.warnings].sort((a, b) => b.rows - a.rows);
  return (
    <section className={page.section}>
      <h2>{t('warnings.title')}</h2>
      <ul className={styles.list}>
        {sorted.slice(0, all ? undefined : FEW).map((warning) => (
          <li key={`${warning.column} ${warning.code} ${warning.value}`}>
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
