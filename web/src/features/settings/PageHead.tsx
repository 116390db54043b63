import type { ReactNode } from 'react';
import styles from './settings.module.css';

interface Props {
  title: string;
  /** What the page is for. */
  lead: string;
  /** What can be done there. */
  children?: ReactNode;
}

/** The top of a page of settings. */
export function PageHead({ title, lead, children }: Props) {
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1>{title}</h1>
        <p className={styles.hint}>{lead}</p>
      </div>
      {children}
    </header>
  );
}
