import type { ReactNode } from 'react';
import styles from './Forms.module.css';

interface Props {
  label: string;
  id?: string;
  required?: boolean;
  help?: string | undefined;
  wrong?: string | undefined;
  children: ReactNode;
}

/** One part of a form: what it is, where it is filled in, and what is wrong with it. */
export function Part({ label, id, required = false, help, wrong, children }: Props) {
  const mark = required && <span className={styles.wrong}> *</span>;
  return (
    <div
      className={styles.part}
      role={id === undefined ? 'group' : undefined}
      aria-label={id === undefined ? label : undefined}
    >
      {id === undefined ? (
        <span className={styles.label}>
          {label}
          {mark}
        </span>
      ) : (
        <label htmlFor={id} className={styles.label}>
          {label}
          {mark}
        </label>
      )}
      {children}
      {wrong !== undefined ? (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      ) : (
        help !== undefined && <p className={styles.help}>{help}</p>
      )}
    </div>
  );
}
