import { LoaderCircle } from 'lucide-react';
import styles from './Turning.module.css';

/** Says that something goes on; in words only where none stand beside it. */
export function Turning({ size = 14, label }: { size?: number; label?: string }) {
  return (
    <LoaderCircle
      size={size}
      strokeWidth={size > 24 ? 1.25 : 1.5}
      className={styles.turning}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
