import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Done } from './useActs';
import styles from './TodayLine.module.css';

interface Props {
  done: Done;
  onUndo: () => void;
}

/** What was just done, in its place for a moment. */
export function DoneLine({ done: { line, undo }, onUndo }: Props) {
  const { t } = useTranslation();
  return (
    <li className={`${styles.line} ${styles.done}`}>
      <div className={styles.row}>
        <span className={styles.ticked}>
          <Check size={12} strokeWidth={2.5} aria-hidden />
        </span>
        <del dir="auto" className={styles.was}>
          {line.title || '—'}
        </del>
        {undo && (
          <button
            type="button"
            className={styles.undo}
            onClick={() => {
              onUndo();
              undo();
            }}
          >
            {t('undo')}
          </button>
        )}
      </div>
    </li>
  );
}
