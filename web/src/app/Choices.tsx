import { useId } from 'react';
import styles from './Choices.module.css';

interface Props<T extends string> {
  label: string;
  all: readonly T[];
  chosen: T;
  word: (one: T) => string;
  onChoose: (one: T) => void;
}

/** One of a few, all in sight. */
export function Choices<T extends string>({ label, all, chosen, word, onChoose }: Props<T>) {
  const id = useId();
  return (
    <div className={styles.line}>
      <span id={id}>{label}</span>
      <div role="radiogroup" aria-labelledby={id} className={styles.all}>
        {all.map((one) => (
          <label key={one} className={styles.one} data-chosen={one === chosen}>
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={one === chosen}
              onChange={() => onChoose(one)}
            />
            {word(one)}
          </label>
        ))}
      </div>
    </div>
  );
}
