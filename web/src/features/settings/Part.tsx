import type { ReactNode } from 'react';
import styles from './settings.module.css';

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
  return (
    <div className={styles.field}>
      {id === undefined ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <label htmlFor={id}>
          {label}
          {required && <span className={styles.wrong}> *</span>}
        </label>
      )}
      {children}
      {wrong ? (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      ) : (
        help && <p className={styles.help}>{help}</p>
      )}
    </div>
  );
}
