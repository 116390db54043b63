import { useQueries } from '@tanstack/react-query';
import { useObjects } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { aboutOf, namesQuery } from './api';

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
