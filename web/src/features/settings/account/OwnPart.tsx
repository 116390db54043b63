import { useId, type ReactNode } from 'react';
import list from '../settings.module.css';
import styles from './Account.module.css';

interface Props {
  title: string;
  lead: string;
  /** What can be done with all of it. */
  act?: ReactNode;
  children: ReactNode;
}

/** A part of one's own page: what it is, what for, and the list of it. */
export function OwnPart({ title, lead, act, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <div className={styles.bar}>
        <div>
          <h2 id={id} className={styles.heading}>
            {title}
          </h2>
          <p className={list.hint}>{lead}</p>
        </div>
        {act}
      </div>
      {children}
    </section>
  );
}
