import { money } from '@/lib/format';
import styles from '../fields.module.css';
import { asMoney, asText, type Shown } from '../values';

export default function Show({ value }: Shown) {
  if (typeof value === 'string') {
    return <>{asText(value)}</>; // masked
  }
  const { sign, amount } = money(asMoney(value));
  return (
    <span className={styles.amount}>
      <small>{sign}</small>
      {amount}
    </span>
  );
}
