import styles from './Choose.module.css';

interface Props {
  label: string;
  /** Whether the label stands above, or is only read out. */
  shown?: boolean;
  value: string;
  options: { value: string; label: string; disabled?: boolean }[];
  onChange: (value: string) => void;
  disabled?: boolean;
  wrong?: boolean;
}

/** One of a few: the system's own list, which every hand and every reader knows. */
export function Choose({ label, shown, value, options, onChange, disabled, wrong }: Props) {
  const select = (
    <select
      className={styles.select}
      aria-label={shown ? undefined : label}
      aria-invalid={wrong}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return shown ? (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      {select}
    </label>
  ) : (
    select
  );
}
