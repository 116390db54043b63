import { useTranslation } from 'react-i18next';
import type { WaitingPlace } from './waiting';
import type { Counted } from '@/lib/counts';
import { number } from '@/lib/format';
import styles from './Count.module.css';

interface Props {
  of: WaitingPlace;
  counted: Counted | undefined;
  /** Over an icon there is room for little. */
  small?: boolean;
}

/** How much work waits at a place; nothing when none does. */
export function Count({ of, counted, small = false }: Props) {
  const { t } = useTranslation('shell');
  if (!counted) {
    return null;
  }
  const n = number(counted.value) + (counted.exact ? '' : '+');
  const said = t(`waiting.${of}`, { count: counted.value, n });
  return (
    <span className={styles.count} data-small={small} title={said}>
      <span aria-hidden>{n}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
