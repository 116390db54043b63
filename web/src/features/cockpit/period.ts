import { daysBetween, monthOf, plusDays, plusMonths, quarterOf, yearOf, type Day } from '@/lib/days';
import { momentsIn, type Span } from '@/lib/filters';
import type { Filter } from '@/lib/records';

/** The periods that have a name; filters know them by it. */
export const named = [
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
] as const;
export type Named = (typeof named)[number];

export interface Period extends Span {
  name: Named | 'custom';
}

const USUAL: Named = 'this_quarter';

const months: Record<Named, [(day: Day) => Day, number]> = {
  this_month: [monthOf, 1],
  last_month: [(day) => plusMonths(monthOf(day), -1), 1],
  this_quarter: [quarterOf, 3],
  last_quarter: [(day) => plusMonths(quarterOf(day), -3), 3],
  this_year: [yearOf, 12],
  last_year: [(day) => plusMonths(yearOf(day), -12), 12],
};

export function periodNamed(name: Named, today: Day): Period {
  const [begin, length] = months[name];
  const from = begin(today);
  return { name, from, to: plusDays(plusMonths(from, length), -1) };
}

const isDay = (text: string | null): text is Day =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the address asks for; a mangled one shows the usual period. */
export function periodAsked(asked: URLSearchParams, today: Day): Period {
  const [from, to] = [asked.get('from'), asked.get('to')];
  if (isDay(from) && isDay(to) && from <= to) {
    return { name: 'custom', from, to };
  }
  const name = named.find((each) => each === asked.get('period')) ?? USUAL;
  return periodNamed(name, today);
}

/** Whether the period is still running, so that only its past part can be compared. */
export const isRunning = ({ from, to }: Span, today: Day): boolean => from <= today && today < to;

/** The period before, of one that is running only as much of it as is past of this one. */
export function spanBefore({ name, from, to }: Period, today: Day): Span {
  const whole: Span =
    name === 'custom'
      ? { from: plusDays(from, -daysBetween(from, to) - 1), to: plusDays(from, -1) }
      : { from: plusMonths(from, -months[name][1]), to: plusDays(from, -1) };
  if (!isRunning({ from, to }, today)) {
    return whole;
  }
  const until = plusDays(whole.from, daysBetween(from, today));
  return { from: whole.from, to: until < whole.to ? until : whole.to };
}

/** What happened in the period. */
export const happenedIn = (field: string, period: Period): Filter =>
  period.name === 'custom' ? momentsIn(field, period) : { field, op: 'within', value: period.name };

/** The same by a field that holds days. */
export const daysIn = (field: string, { name, from, to }: Period): Filter =>
  name === 'custom' ? { field, op: 'between', value: [from, to] } : { field, op: 'within', value: name };
