import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Alert } from '@/ui/Alert';
import type { Import } from '../job/api';
import type { Draft } from '../job/draft';
import styles from './Repairs.module.css';

interface Props {
  job: Import;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

const SHOWN = 8;

/** Broken rows of which only one meaning is possible: how they would be read, and whether they shall. */
export function Repairs({ job, draft, onDraft }: Props) {
  const { t } = useTranslation('imports');
  const [open, show] = useState(false);
  const list = useId();
  if (job.repairable === 0) {
    return null;
  }
  const count = { count: job.repairable, n: number(job.repairable) };
  const columns = job.proposal.columns;
  return (
    <Alert kind={job.repair ? 'info' : 'warning'}>
      <p>{t(job.repair ? 'repairs.done' : 'repairs.title', count)}</p>
      <div className={styles.acts}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.repair}
            onChange={(event) => onDraft({ ...draft, repair: event.target.checked })}
          />
          {t('repairs.mend')}
        </label>
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-controls={list}
          onClick={() => show(!open)}
        >
          {t(open ? 'repairs.fold' : 'repairs.show')}
        </button>
      </div>
      {open && (
        <ul id={list} className={styles.list}>
          {job.repairs.slice(0, SHOWN).map((repair) => (
            <li key={repair.row}>
              <p>
                <strong>{t('row', { n: number(repair.row) })}</strong> {repair.message}
              </p>
              <dl className={styles.cells}>
                {repair.cells.map((cell, i) =>
                  cell === '' || columns[i] === undefined ? null : (
                    <div key={columns[i].column}>
                      <dt>{columns[i].column}</dt>
                      <dd title={cell}>{cell}</dd>
                    </div>
                  ),
                )}
              </dl>
            </li>
          ))}
          {job.repairable > SHOWN && (
            <li className={styles.rest}>
              {t('repairs.rest', { n: number(job.repairable - Math.min(SHOWN, job.repairs.length)) })}
            </li>
          )}
        </ul>
      )}
    </Alert>
  );
}
