import { InputNumber } from 'antd';
import styles from '../fields.module.css';
import type { Edited } from '../values';

export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <InputNumber<number>
      precision={0}
      controls={false}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={typeof value === 'number' ? value : null}
      onChange={onChange}
    />
  );
}
