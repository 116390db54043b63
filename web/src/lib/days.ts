import { clock, dayOf, ownZone } from './format';

export { daysBetween } from './format';

/** Days are texts such as `2026-12-18`, those of the person's zone. */
export type Day = string;

const DAY = 86_400_000;

export const today = (now = new Date()): Day => dayOf(now);

const written = (at: number): Day => new Date(at).toISOString().slice(0, 10);

export const plusDays = (day: Day, n: number): Day => written(Date.parse(day) + n * DAY);

/** The same day of another month, or its last one where it has no such day. */
export function plusMonths(day: Day, n: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + n, Math.min(date, last)));
}

export const monthEnd = (day: Day): Day => plusDays(plusMonths(monthOf(day), 1), -1);

/** From 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => new Date(Date.parse(day)).getUTCDay() || 7;

export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekday(day));
export const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`;
export const quarterOf = (day: Day): Day => plusMonths(monthOf(day), -((Number(day.slice(5, 7)) - 1) % 3));
export const yearOf = (day: Day): Day => `${day.slice(0, 4)}-01-01`;

/** How far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
function ahead(at: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: zone,
  }).format(at);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

/** The moment at which the person's clock says so on that day. */
export function momentOf(day: Day, clock = '00:00:00', zone = ownZone()): string {
  const wanted = Date.parse(`${day}T${clock}Z`);
  const near = wanted - ahead(wanted, zone);
  return new Date(wanted - ahead(near, zone)).toISOString();
}

/** When a day's work begins: what is to be done on a day, at whatever time, is kept as to be done by then. */
export const MORNING = '09:00:00';

/** What a moment's clock says where only its day is meant: what we keep, and what days of files become. */
const wholeDay = [MORNING.slice(0, 5), '00:00'];

/** Whether it is too late for what was to be done by that moment; what is meant to be done on that day has time until it ends. */
export function isPast(moment: string, now = new Date()): boolean {
  const at = new Date(moment);
  return wholeDay.includes(clock(at)) ? dayOf(at) < dayOf(now) : at < now;
}
