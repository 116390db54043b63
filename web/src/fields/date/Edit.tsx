import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { language } from '@/lib/i18n';
import styles from '../fields.module.css';
import { asText, isEmpty, opening, type Edited } from '../values';

const DAY = 'YYYY-MM-DD';

/** How days are shown while they are entered; they may always be typed by their numbers. */
const formats = () => (language() === 'en' ? ['MMM D, YYYY', DAY] : [DAY]);

export default function Edit({ value, onChange, id, autoFocus, wrong, ...more }: Edited) {
  return (
    <DatePicker
      className={styles.wide ?? ''}
      format={formats()}
      {...opening(more)}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : dayjs(asText(value), DAY)}
      onChange={(day) => onChange(day ? day.format(DAY) : null)}
    />
  );
}
