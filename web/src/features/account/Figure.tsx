import { Link } from 'react-router';
import styles from '@/ui/Figures.module.css';

interface Props {
  name: string;
  value: string;
  hint?: string | undefined;
  /** Where the records behind it are listed. */
  to?: string | undefined;
}

/** One number with what it is called. */
export function Figure({ name, value, hint, to }: Props) {
  return (
    <div className={styles.figure}>
      <span className={styles.name}>{name}</span>
      {to === undefined ? (
        <span className={styles.value}>{value}</span>
      ) : (
        <Link to={to} className={styles.value}>
          {value}
        </Link>
      )}
      <span className={styles.hint}>{hint}</span>
    </div>
  );
}
