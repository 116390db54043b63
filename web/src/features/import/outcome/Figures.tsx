import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import type { ImportBrief } from '../job/api';
import styles from './Figures.module.css';

type Counts = Pick<ImportBrief, 'created' | 'updated' | 'unchanged' | 'failed' | 'mode'>;

/** How many rows become what. */
export function Figures({ job, tense }: { job: Counts; tense: 'will' | 'did' }) {
  const { t } = useTranslation('imports');
  const figures = [
    { name: 'created', n: job.created, shown: job.mode !== 'update' },
    { name: 'updated', n: job.updated, shown: job.mode !== 'create' },
    { name: 'unchanged', n: job.unchanged, shown: job.mode !== 'create' },
    { name: 'failed', n: job.failed, shown: true },
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures
        .filter(({ shown }) => shown)
        .map(({ name, n }) => (
          <div key={name} data-wrong={name === 'failed' && n > 0}>
            <dt>{t(`figures.${tense}.${name}`)}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
    </dl>
  );
}
