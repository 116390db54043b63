import { plusDays, weekday, type Day } from '@/lib/days';
import { weekdayName } from '@/lib/format';
import type { Entry, Link } from '@/lib/records';

/** The fields of a week, Monday first. */
export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The code of the company's own calendar. */
const COMPANY = 'company';
/** As far as somebody looks for a day on which people work. */
const FARTHEST = 366;

export const isCompany = (calendar: Entry): boolean => calendar.code === COMPANY;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const dayOf = (entry: Entry): Day => text(entry.day);

/** Whose days they are; empty for everybody's. */
export const calendarOf = ({ calendar }: Entry): string => {
  const link = calendar as Link | null | undefined;
  return link && 'id' in link ? link.id : '';
};

/** How a day of the week is called, 0 for Monday. */
const named = (n: number): string => weekdayName(plusDays('2026-01-05', n));

/**
 * The hours of a week, the days that have the same beside each other in one: `周一至周五 09:00-18:00`.
 *
 * @param span says the first and the last of several days
 */
export function weekSaid(calendar: Entry, span: (from: string, to: string) => string): string[] {
  const parts: { from: number; to: number; hours: string }[] = [];
  WEEK.forEach((name, n) => {
    const hours = text(calendar[name]);
    const last = parts.at(-1);
    if (last?.hours === hours) {
      last.to = n;
    } else {
      parts.push({ from: n, to: n, hours });
    }
  });
  return parts
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => `${to > from ? span(named(from), named(to)) : named(from)} ${hours}`);
}

/** When people work on the day by the calendar; empty for a day off. */
export function hoursOn(day: Day, calendar: Entry, days: Entry[]): string {
  const said = days.filter((entry) => dayOf(entry) === day);
  const other =
    said.find((entry) => calendarOf(entry) === calendar.id) ?? said.find((entry) => calendarOf(entry) === '');
  const week = WEEK.map((name) => text(calendar[name]));
  if (other) {
    return other.kind === 'off' ? '' : text(other.hours) || (week.find((hours) => hours !== '') ?? '');
  }
  return week[weekday(day) - 1] ?? '';
}

/** The first day after that one on which people work, and when. */
export function nextWorked(
  after: Day,
  calendar: Entry,
  days: Entry[],
): { day: Day; hours: string } | undefined {
  for (let n = 1; n <= FARTHEST; n++) {
    const day = plusDays(after, n);
    const hours = hoursOn(day, calendar, days);
    if (hours !== '') {
      return { day, hours };
    }
  }
  return undefined;
}

/** Days one after another that are the same. */
export interface Run {
  days: Entry[];
  from: Day;
  to: Day;
}

const alike = (one: Entry, other: Entry): boolean =>
  one.name === other.name &&
  one.kind === other.kind &&
  text(one.hours) === text(other.hours) &&
  calendarOf(one) === calendarOf(other);

/** The days in their order, those that belong together as one. */
export function runsOf(days: Entry[]): Run[] {
  const runs: Run[] = [];
  const sorted = [...days].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  for (const entry of sorted) {
    const run = runs.find(
      ({ days: [first], to }) => first && alike(first, entry) && plusDays(to, 1) === dayOf(entry),
    );
    if (run) {
      run.days.push(entry);
      run.to = dayOf(entry);
    } else {
      runs.push({ days: [entry], from: dayOf(entry), to: dayOf(entry) });
    }
  }
  return runs;
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The years that there is something to say of: this one, the next, and those that have days. */
export const yearsOf = (days: Entry[], today: Day): number[] =>
  [...new Set([yearOf(today), yearOf(today) + 1, ...days.map((entry) => yearOf(dayOf(entry)))])].sort(
    (a, b) => a - b,
  );

export const ofYear = (days: Entry[], year: number): Entry[] =>
  days.filter((entry) => yearOf(dayOf(entry)) === year);

/** The first of this year and the next whose holidays nobody has entered. */
export const yearLacking = (days: Entry[], today: Day): number | undefined =>
  [yearOf(today), yearOf(today) + 1].find(
    (year) => !ofYear(days, year).some((entry) => calendarOf(entry) === '' && entry.kind === 'off'),
  );

/** Every day from the first to the last. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to && days.length < FARTHEST; day = plusDays(day, 1)) {
    days.push(day);
  }
  return days;
}
