import { Rate } from 'antd';
import styles from '../fields.module.css';
import type { Edited } from '../values';

export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  return (
    <Rate
      {...(id && { id })}
      autoFocus={autoFocus === true}
      className={wrong ? (styles.wrong ?? '') : ''}
      value={typeof value === 'number' ? value : 0}
      onChange={(stars) => onChange(stars || null)}
    />
  );
}
