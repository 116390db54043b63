import { mondayOf, monthOf, plusDays, plusMonths, type Day } from '@/lib/days';
import type { Entry } from '@/lib/records';
import { labelOf, textOf } from '@/records/values';
import type { About } from './lines';

/** The days of the weeks that the month touches, from Monday to Sunday. */
export function daysOf(month: Day): Day[] {
  const first = mondayOf(monthOf(month));
  const after = plusMonths(monthOf(month), 1);
  const days: Day[] = [];
  for (let day = first; day < after || days.length % 7 !== 0; day = plusDays(day, 1)) {
    days.push(day);
  }
  return days;
}

/** Something that stands on a day. */
export interface Planned {
  id: string;
  object: 'task' | 'activity';
  kind: string;
  at: string;
  title: string;
  who: string;
  about: About | undefined;
}

function planned(object: Planned['object'], entry: Entry): Planned {
  return {
    id: entry.id,
    object,
    kind: textOf(entry.kind),
    at: String(entry[object === 'task' ? 'due_at' : 'happened_at']),
    title: textOf(entry.subject),
    who:
      labelOf(entry.opportunity) || labelOf(entry.lead) || labelOf(entry.contact) || labelOf(entry.account),
    about: (entry.about ?? undefined) as About | undefined,
  };
}

/** What stands on each day, the earlier first. */
export function byDay(tasks: Entry[], activities: Entry[], dayOf: (at: Date) => Day): Map<Day, Planned[]> {
  const days = new Map<Day, Planned[]>();
  const all = [
    ...tasks.map((entry) => planned('task', entry)),
    ...activities.map((entry) => planned('activity', entry)),
  ];
  for (const each of all.sort((a, b) => a.at.localeCompare(b.at))) {
    const day = dayOf(new Date(each.at));
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return days;
}
