import { Breaking } from '@/ui/Breaking';
import styles from '../fields.module.css';
import { asText, type Shown } from '../values';

const short = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

export default function Show({ value, whole }: Shown) {
  const text = asText(value);
  return /^https?:/.test(text) ? (
    <a href={text} target="_blank" rel="noreferrer noopener" className={styles.link}>
      {whole ? <Breaking text={short(text)} /> : short(text)}
    </a>
  ) : (
    <>{text}</>
  );
}
