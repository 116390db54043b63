import { daysBetween, mondayOf, monthOf, plusDays, plusMonths, type Day } from '@/lib/days';
import { numberOf, type Row } from '@/lib/reports';

/** What was done in a week. */
export interface Week {
  monday: Day;
  n: number;
  /** How often of each kind. */
  kinds: Record<string, number>;
}

/** The first day of the year that ends today, a Monday. */
export const firstDay = (today: Day): Day => mondayOf(plusMonths(today, -12));

/** Every week of the year up to today with what the report counted of it. */
export function weeksOf(rows: Row[], today: Day): Week[] {
  const first = firstDay(today);
  const weeks = Array.from({ length: daysBetween(first, mondayOf(today)) / 7 + 1 }, (_, i): Week => ({
    monday: plusDays(first, i * 7),
    n: 0,
    kinds: {},
  }));
  const byMonday = new Map(weeks.map((week) => [week.monday, week]));
  for (const row of rows) {
    const week = byMonday.get(String(row.happened_at).slice(0, 10));
    if (week) {
      const n = numberOf(row.count);
      const kind = String(row.kind);
      week.n += n;
      week.kinds[kind] = (week.kinds[kind] ?? 0) + n;
    }
  }
  return weeks;
}

/** The weeks by the month in which their Monday lies. */
export function monthsOf(weeks: Week[]): { month: Day; weeks: Week[] }[] {
  const months: { month: Day; weeks: Week[] }[] = [];
  for (const week of weeks) {
    const month = monthOf(week.monday);
    const last = months.at(-1);
    if (last?.month === month) {
      last.weeks.push(week);
    } else {
      months.push({ month, weeks: [week] });
    }
  }
  return months;
}

const LEVELS = 4;

/** How warm a week is, from 0 for nothing to 4 for the most. */
export const levelOf = (n: number, most: number): number =>
  n === 0 ? 0 : Math.max(1, Math.ceil((n / most) * LEVELS));

/** The most weeks in a row without anything, before the last that had something or after. */
export function longestQuiet(weeks: Week[]): number {
  let [longest, quiet] = [0, 0];
  for (const { n } of weeks) {
    quiet = n === 0 ? quiet + 1 : 0;
    longest = Math.max(longest, quiet);
  }
  return longest;
}

/** How often each kind was, the most frequent first. */
export function kindsOf(weeks: Week[]): [string, number][] {
  const sums = new Map<string, number>();
  weeks.forEach(({ kinds }) =>
    Object.entries(kinds).forEach(([kind, n]) => sums.set(kind, (sums.get(kind) ?? 0) + n)),
  );
  return [...sums].sort(([, a], [, b]) => b - a);
}
