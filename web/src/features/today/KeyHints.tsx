import { useTranslation } from 'react-i18next';
import styles from './TodayList.module.css';

const hints = [
  [['J', 'K'], 'move'],
  [['E'], 'complete'],
  [['S'], 'put_off'],
  [['C'], 'call'],
  [['N'], 'write'],
  [['↵'], 'open'],
] as const;

/** Which keys there are, for those who have them. */
export function KeyHints() {
  const { t } = useTranslation('today');
  return (
    <p className={styles.hints} aria-label={t('keys.title')}>
      {hints.map(([keys, act]) => (
        <span key={act}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {t(`keys.${act}`)}
        </span>
      ))}
    </p>
  );
}
