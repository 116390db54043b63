import styles from '../fields.module.css';
import type { Shown } from '../values';

export default function Show({ value }: Shown) {
  const file = value as { id: string; name: string };
  return (
    <a href={`/api/v1/files/${file.id}`} className={styles.link}>
      {file.name}
    </a>
  );
}
