import { momentOf, plusDays, today, weekday, type Day } from '@/lib/days';

/** When to come back to something, in one click. */
export type When = 'tomorrow' | 'in_three_days' | 'next_week';

export const whens: When[] = ['tomorrow', 'in_three_days', 'next_week'];

/** The day that is meant; next week begins on Monday. */
export function dayFor(when: When, from: Day = today()): Day {
  switch (when) {
    case 'tomorrow':
      return plusDays(from, 1);
    case 'in_three_days':
      return plusDays(from, 3);
    case 'next_week':
      return plusDays(from, 8 - weekday(from));
  }
}

const MORNING = '09:00:00';

/** The morning of the day, when nobody said at what time. */
export const morning = (day: Day): string => momentOf(day, MORNING);
