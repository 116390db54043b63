import { InputNumber } from 'antd';
import styles from '../fields.module.css';
import { typed } from '../typed';
import type { Edited } from '../values';

export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <InputNumber<string>
      stringMode
      precision={0}
      controls={false}
      parser={typed}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(text) => onChange(text === null || text === '' ? null : Number(text))}
    />
  );
}
