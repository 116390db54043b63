import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { dayOf, ownZone } from '@/lib/format';
import type { Field } from '@/lib/meta';
import type { Filter } from '@/lib/records';

dayjs.extend(utc);
dayjs.extend(timezone);

const WEEK = 7;
const DAY = 'YYYY-MM-DD';

/** The weeks that show the whole month, each from Monday on, as days such as `2026-12-01`. */
export function weeksOf(month: string): string[][] {
  const first = dayjs.utc(`${month}-01`);
  const before = (first.day() + WEEK - 1) % WEEK;
  const weeks = Math.ceil((before + first.daysInMonth()) / WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK }, (_, day) => first.add(week * WEEK + day - before, 'day').format(DAY)),
  );
}

export const monthOf = (day: string): string => day.slice(0, 7);
export const monthAfter = (month: string, by: number): string =>
  dayjs.utc(`${month}-01`).add(by, 'month').format('YYYY-MM');
export const dayAfter = (day: string, by: number): string => dayjs.utc(day).add(by, 'day').format(DAY);

/** When the day begins where the person is. */
const beginOf = (day: string): string => dayjs.tz(`${day}T00:00:00`, ownZone()).toISOString();

/** The records of those days. */
export function within(field: Field, first: string, last: string): Filter {
  return field.type === 'date'
    ? { field: field.name, op: 'between', value: [first, last] }
    : {
        and: [
          { field: field.name, op: 'ge', value: beginOf(first) },
          { field: field.name, op: 'lt', value: beginOf(dayAfter(last, 1)) },
        ],
      };
}

/** The day of a value where the person is. */
export const placeOf = (field: Field, value: unknown): string | undefined =>
  typeof value !== 'string' ? undefined : field.type === 'date' ? value : dayOf(new Date(value));

/** The value on another day, at the same time of it. */
export function movedTo(field: Field, value: string, day: string): string {
  if (field.type === 'date') {
    return day;
  }
  const clock = dayjs(value).tz(ownZone()).format('HH:mm:ss');
  return dayjs.tz(`${day}T${clock}`, ownZone()).toISOString();
}

/** A beginning for a new record of that day: in the morning, where there is a clock. */
export const freshOn = (field: Field, day: string): string =>
  field.type === 'date' ? day : dayjs.tz(`${day}T09:00:00`, ownZone()).toISOString();

export const timeOf = (field: Field, value: unknown): string | undefined =>
  field.type === 'datetime' && typeof value === 'string'
    ? dayjs(value).tz(ownZone()).format('HH:mm')
    : undefined;
