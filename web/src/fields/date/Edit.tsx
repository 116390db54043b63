import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import styles from '../fields.module.css';
import { asText, isEmpty, opening, type Edited } from '../values';

const DAY = 'YYYY-MM-DD';

export default function Edit({ value, onChange, id, autoFocus, wrong, ...more }: Edited) {
  return (
    <DatePicker
      className={styles.wide ?? ''}
      {...opening(more)}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : dayjs(asText(value), DAY)}
      onChange={(day) => onChange(day ? day.format(DAY) : null)}
    />
  );
}
