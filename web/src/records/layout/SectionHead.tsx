import { ChevronDown } from 'lucide-react';
import styles from './SectionHead.module.css';

interface Props {
  title: string;
  /** How many fields wait in it. */
  count: number;
  open: boolean;
  onTurn: (open: boolean) => void;
}

/** What a section is called; a press closes or opens it. */
export function SectionHead({ title, count, open, onTurn }: Props) {
  return (
    <h3 className={styles.head}>
      <button type="button" aria-expanded={open} className={styles.turn} onClick={() => onTurn(!open)}>
        <span>{title}</span>
        {!open && <span className={styles.count}>{count}</span>}
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden className={styles.sign} />
      </button>
    </h3>
  );
}
