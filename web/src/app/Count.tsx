import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { waitingPlaces, type Waiting } from './waiting';
import styles from './Count.module.css';

interface Props {
  /** Name of the place or object. */
  of: string;
  waiting: Waiting;
  /** Over an icon there is room for little. */
  small?: boolean;
}

/** How much work waits at a place; nothing when none does. */
export function Count({ of, waiting, small = false }: Props) {
  const { t } = useTranslation('shell');
  const place = waitingPlaces.find((each) => each === of);
  const counted = place && waiting[place];
  if (!counted) {
    return null;
  }
  const n = number(counted.value) + (counted.exact ? '' : '+');
  const said = t(`waiting.${place}`, { count: counted.value, n });
  return (
    <span className={styles.count} data-small={small} title={said}>
      <span aria-hidden>{n}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
