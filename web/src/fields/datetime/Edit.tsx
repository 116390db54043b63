import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { ownZone } from '@/lib/format';
import styles from '../fields.module.css';
import { asText, isEmpty, type Edited } from '../values';

dayjs.extend(utc);
dayjs.extend(timezone);

/** The clock shown is that of the person's zone, wherever the browser is. */
export default function Edit({ value, onChange, id, autoFocus, wrong }: Edited) {
  const zone = ownZone();
  return (
    <DatePicker
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : dayjs(asText(value)).tz(zone)}
      onChange={(at) => onChange(at ? dayjs.tz(at.format('YYYY-MM-DDTHH:mm:00'), zone).toISOString() : null)}
    />
  );
}
