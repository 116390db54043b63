import i18next from 'i18next';
import { momentOf, MORNING, plusDays, today, weekday, type Day } from '@/lib/days';
import { weekdayName } from '@/lib/format';

/** When to come back to something, in one click. */
export type When = 'today' | 'tomorrow' | 'in_three_days' | 'next_week';

/** Later than today. */
export const whens: When[] = ['tomorrow', 'in_three_days', 'next_week'];

/** The day that is meant; next week begins on Monday. */
export function dayFor(when: When, from: Day = today()): Day {
  switch (when) {
    case 'today':
      return from;
    case 'tomorrow':
      return plusDays(from, 1);
    case 'in_three_days':
      return plusDays(from, 3);
    case 'next_week':
      return plusDays(from, 8 - weekday(from));
  }
}

const FRIDAY = 5;

/** The next day of work: tomorrow, on a Friday or Saturday the Monday after. */
export const nextWorkday = (from: Day = today()): When =>
  weekday(plusDays(from, 1)) > FRIDAY ? 'next_week' : 'tomorrow';

/** The morning of the day, when nobody said at what time. */
export const morning = (day: Day): string => momentOf(day, MORNING);

const EVENING = '18:00:00';

/** The moment by which it is to be done. */
export const momentFor = (when: When, from: Day = today()): string =>
  when === 'today' ? momentOf(from, EVENING) : morning(dayFor(when, from));

/** Those that are still ahead with their moments; of two that mean the same the later says it better. */
export function ahead(offers: When[], now = new Date()): { when: When; at: string }[] {
  const all = offers.map((when) => ({ when, at: momentFor(when, today(now)) }));
  return all.filter(
    ({ at }, i) => at > now.toISOString() && !all.slice(i + 1).some((other) => other.at === at),
  );
}

const unnamed = new Set<When>(['tomorrow', 'in_three_days']);

/** What it is called, with the day of the week where that is not said: on a Friday tomorrow is no working day. */
export function nameOf(when: When, from: Day = today()): string {
  const name = i18next.t(`calling:when.${when}`);
  return unnamed.has(when) ? `${name} ${weekdayName(dayFor(when, from))}` : name;
}
