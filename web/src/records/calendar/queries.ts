import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { all } from '@/lib/filters';
import type { Field, ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry, type Filter, type Page } from '@/lib/records';
import { within } from './days';

/** Which records stand on a calendar, by which field. */
export interface Plan {
  meta: ObjectMeta;
  day: Field;
  filter: Filter | undefined;
}

const PAGE = 200;
/** So many pages of a month are read by themselves. */
export const MOST_PAGES = 5;

const colouredBy = (meta: ObjectMeta): string[] =>
  meta.fields.flatMap((field) => ('phase' in field && field.phase ? [field.name] : []));

/** The records of the days, by day and time. */
export const daysQuery = ({ meta, day, filter }: Plan, first: string, last: string) => {
  const period = within(day, first, last);
  return infiniteQueryOptions({
    queryKey: [...recordsKey(meta.name), 'calendar', day.name, { filter, first, last }],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: meta.name } },
        body: {
          filter: all(filter, period),
          sort: [day.name],
          fields: [meta.name_field, day.name, ...colouredBy(meta)],
          limit: PAGE,
          ...(pageParam !== null && { after: pageParam }),
        },
        signal,
      });
      return await answered(call);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last, pages) => (pages.length < MOST_PAGES ? last.next : null),
  });
};

/** Shows the record with other values wherever calendars hold it. */
export function redraw(queries: QueryClient, object: string, entry: Entry): void {
  queries.setQueriesData<InfiniteData<Page>>(
    { queryKey: [...recordsKey(object), 'calendar'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === entry.id ? { ...item, ...entry } : item)),
        })),
      },
  );
}
