import { useTranslation } from 'react-i18next';
import { Keys } from '@/ui/Keys';
import type { ActOf } from '@/ui/keymap';
import styles from './TodayList.module.css';

const hints: [ActOf<'today'>[], 'move' | 'complete' | 'put_off' | 'call' | 'write' | 'open'][] = [
  [['next', 'previous'], 'move'],
  [['done'], 'complete'],
  [['put_off'], 'put_off'],
  [['call'], 'call'],
  [['note'], 'write'],
  [['open'], 'open'],
];

/** Which keys there are, for those who have them. */
export function KeyHints() {
  const { t } = useTranslation('today');
  return (
    <p className={styles.hints} aria-label={t('keys.title')}>
      {hints.map(([acts, word]) => (
        <span key={word}>
          {acts.map((act) => (
            <Keys key={act} place="today" act={act} brief />
          ))}
          {t(`keys.${word}`)}
        </span>
      ))}
    </p>
  );
}
