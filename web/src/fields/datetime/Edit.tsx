import { DatePicker } from 'antd';
import { language } from '@/lib/i18n';
import styles from '../fields.module.css';
import { asText, isEmpty, opening, type Edited } from '../values';
import { clockOf, momentOf, ownClock } from './zone';

const BY_NUMBERS = 'YYYY-MM-DD HH:mm';

/** The clock shown is that of the person's zone, wherever the browser is. */
export default function Edit({ value, onChange, id, autoFocus, wrong, ...more }: Edited) {
  ownClock();
  return (
    <DatePicker
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format={language() === 'en' ? ['MMM D, YYYY HH:mm', BY_NUMBERS] : [BY_NUMBERS]}
      className={styles.wide ?? ''}
      {...opening(more)}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : clockOf(asText(value))}
      onChange={(at) => onChange(at ? momentOf(at) : null)}
    />
  );
}
