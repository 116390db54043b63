import { asText, type Shown } from '../values';
import styles from './long_text.module.css';

export default function Show({ value }: Shown) {
  return (
    <span dir="auto" className={styles.block}>
      {asText(value)}
    </span>
  );
}
