import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState, type ComponentProps } from 'react';
import { ownClock } from './datetime/zone';
import styles from './fields.module.css';
import { isUnread, opening, type Edited } from './values';

interface Props extends Edited {
  /** How days are shown and typed, the first as they are shown. */
  formats: string[];
  read: (value: string) => Dayjs;
  write: (day: Dayjs) => string;
  showTime?: ComponentProps<typeof DatePicker>['showTime'];
}

/** A day, chosen by the person's calendar or typed; what is typed and is none stays, and is told as it stands so that it is refused. */
export function DayInput({
  field,
  value,
  onChange,
  id,
  autoFocus,
  wrong,
  formats,
  read,
  write,
  ...more
}: Props) {
  ownClock();
  const unread = isUnread(field.type, value);
  const now = typeof value === 'string' && value !== '' && !unread ? value : undefined;
  const [last, keep] = useState(now);
  if (!unread && last !== now) {
    keep(now);
  }
  const shown = unread ? last : now; // the picker drops what is typed when the day changes
  const left = ({ value: typed }: HTMLInputElement) => {
    const text = typed.trim();
    if (text !== '' && !formats.some((format) => dayjs(text, format, true).isValid())) {
      onChange(text);
    }
  };
  return (
    <DatePicker
      className={styles.wide ?? ''}
      format={formats}
      preserveInvalidOnBlur
      {...(more.showTime && { showTime: more.showTime })}
      {...opening(more)}
      {...(id && { id })}
      {...((wrong === true || unread) && { status: 'error' as const, 'aria-invalid': true })}
      autoFocus={autoFocus === true}
      value={shown === undefined ? null : read(shown)}
      onKeyDown={({ key, target }) => key === 'Enter' && target instanceof HTMLInputElement && left(target)}
      onBlur={({ target }) => target instanceof HTMLInputElement && left(target)}
      onChange={(day) => onChange(day ? write(day) : null)}
    />
  );
}
