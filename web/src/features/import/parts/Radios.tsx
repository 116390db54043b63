import { useId } from 'react';
import styles from './Radios.module.css';

interface Props<V extends string> {
  label: string;
  value: V;
  options: { value: V; label: string; hint: string }[];
  onChange: (value: V) => void;
}

/** One of a few, each with what it means. */
export function Radios<V extends string>({ label, value, options, onChange }: Props<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {options.map((option) => (
        <label key={option.value} className={styles.option} data-chosen={option.value === value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            <span className={styles.hint}>{option.hint}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
