import { Star } from 'lucide-react';
import styles from '../fields.module.css';
import type { Shown } from '../values';

export default function Show({ value }: Shown) {
  const count = Number(value);
  return (
    <span role="img" aria-label={String(count)} className={styles.stars}>
      {Array.from({ length: count }, (_, i) => (
        <Star key={i} size={14} fill="currentColor" strokeWidth={0} />
      ))}
    </span>
  );
}
