import type { ReactNode } from 'react';
import styles from './Foot.module.css';

/** What can be done at a step, always in reach; what keeps one from it stands beside. */
export function Foot({
  start,
  note,
  children,
}: {
  start?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <footer className={styles.foot}>
      <div className={styles.inner}>
        {start}
        <span role="status" className={styles.note}>
          {note}
        </span>
        {children}
      </div>
    </footer>
  );
}
