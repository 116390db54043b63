import { drawn } from './drawn';
import styles from './rich.module.css';
import '@fontsource-variable/inter/wght-italic.css';

/** A rich text as it was laid out. */
export function Whole({ html }: { html: string }) {
  return <div className={styles.text}>{drawn(html)}</div>;
}
