import { queryOptions, useQueries } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { useObjects, type ObjectBrief } from '@/lib/meta';
import { recordsKey, type Entry, type Filter } from '@/lib/records';

/** A record of any object. */
export interface About {
  object: string;
  id: string;
}

export const aboutOf = (entry: Entry): About | undefined => (entry.about ?? undefined) as About | undefined;

/** How records are called, those that may be read. */
const namesQuery = (object: ObjectBrief, ids: string[]) =>
  queryOptions({
    queryKey: [...recordsKey(object.name), 'names', ids],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Record<string, string>> => {
      const field = object.name_field;
      const filter: Filter = { field: 'id', op: 'in', value: ids };
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: object.name } },
        body: { filter, fields: [field], limit: ids.length },
        signal,
      });
      const { items } = (await answered(call)) as unknown as { items: Entry[] };
      return Object.fromEntries(
        items.map((entry) => [entry.id, typeof entry[field] === 'string' ? entry[field] : '']),
      );
    },
  });

/** How the records are called that these are about, by one question for each object; null for one that cannot be seen. */
export function useNames(entries: Entry[]): Map<string, string | null> {
  const objects = useObjects();
  const wanted = new Map<string, Set<string>>();
  for (const about of entries.flatMap((entry) => aboutOf(entry) ?? [])) {
    wanted.set(about.object, (wanted.get(about.object) ?? new Set()).add(about.id));
  }
  const readable = objects.filter(({ name, can }) => can.read && wanted.has(name));
  return useQueries({
    queries: readable.map((object) => namesQuery(object, [...(wanted.get(object.name) ?? [])].sort())),
    combine: (answers) => {
      const names = new Map<string, string | null>();
      for (const [object, ids] of wanted) {
        const data = answers[readable.findIndex(({ name }) => name === object)]?.data;
        const known = data !== undefined || !readable.some(({ name }) => name === object);
        ids.forEach((id) => known && names.set(id, data?.[id] ?? null));
      }
      return names;
    },
  });
}
