import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import type { Values } from '@/lib/changes';
import type { Day } from '@/lib/days';
import { everyOf, recordsKey, type Entry, type Link } from '@/lib/records';
import { dayOf, daysFrom, WEEK, type Run } from './week';

export const CALENDAR = 'working_calendar';
export const DAY = 'working_day';

export const calendarsQuery = queryOptions({
  queryKey: [...recordsKey(CALENDAR), 'settings'],
  queryFn: ({ signal }) => everyOf(CALENDAR, { fields: ['name', 'code', ...WEEK], sort: ['name'] }, signal),
});

export const daysQuery = queryOptions({
  queryKey: [...recordsKey(DAY), 'settings'],
  queryFn: ({ signal }) =>
    everyOf(DAY, { fields: ['name', 'day', 'kind', 'hours', 'calendar'], sort: ['day'] }, signal),
});

/** Which departments go by which calendar, by its id. */
export const usersQuery = queryOptions({
  queryKey: [...recordsKey('department'), 'by calendar'],
  queryFn: async ({ signal }) => {
    const filter = { field: 'calendar', op: 'not_empty' as const };
    const users = new Map<string, string[]>();
    for (const { name, calendar } of await everyOf(
      'department',
      { fields: ['name', 'calendar'], filter, sort: ['name'] },
      signal,
    )) {
      const link = calendar as Link;
      if ('id' in link) {
        users.set(link.id, [...(users.get(link.id) ?? []), String(name)]);
      }
    }
    return users;
  },
});

/** Makes the days from the first to the last as is said, out of those that were there; all of it or nothing. */
export async function saveDays(was: Run | undefined, from: Day, to: Day, values: Values): Promise<void> {
  const there = new Map(was?.days.map((entry) => [dayOf(entry), entry]));
  const wanted = daysFrom(from, to);
  const kept = wanted.flatMap((day) => there.get(day) ?? []);
  const given = (entry: Entry) => ({ id: entry.id, version: entry.version });
  await answered(
    api.POST('/api/v1/records/{object}/batch', {
      params: { path: { object: DAY } },
      body: {
        create: wanted.filter((day) => !there.has(day)).map((day) => ({ ...values, day })),
        update: kept.map((entry) => ({ ...given(entry), ...values })),
        delete: (was?.days ?? []).filter((entry) => !kept.includes(entry)).map(given),
        atomic: true,
      },
    }),
  );
}

/** Takes days away, all or none. */
export async function removeDays({ days }: Run): Promise<void> {
  await answered(
    api.POST('/api/v1/records/{object}/batch', {
      params: { path: { object: DAY } },
      body: { delete: days.map(({ id, version }) => ({ id, version })), atomic: true },
    }),
  );
}
