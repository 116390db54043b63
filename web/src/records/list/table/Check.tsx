import styles from './Table.module.css';

interface Props {
  label: string;
  share: 'none' | 'some' | 'all';
  onToggle: (ranging: boolean) => void;
}

/** A box to choose by; `ranging` when shift is held. */
export function Check({ label, share, onToggle }: Props) {
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        aria-label={label}
        checked={share === 'all'}
        ref={(input) => {
          if (input) {
            input.indeterminate = share === 'some';
          }
        }}
        onChange={(event) => onToggle((event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  );
}
