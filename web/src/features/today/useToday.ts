import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '@/lib/api';
import { isPast, today } from '@/lib/days';
import { dayOf } from '@/lib/format';
import { objectQuery, useObjects, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Page, type Wanted } from '@/lib/records';
import { linesOf, type Found, type Line } from './lines';
import { asking, sources, wantedOf, type Asking, type Metas } from './wanted';

/** How many of a kind are shown. */
export const MOST = 100;

/** The first records of that kind; begins with the object's key, so that changes refresh it. */
export const someQuery = (object: string, wanted: Wanted | undefined) => ({
  queryKey: [...recordsKey(object), 'today', wanted ?? null],
  enabled: wanted !== undefined,
  staleTime: 30_000,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Page> =>
    answered(
      api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: { ...wanted, limit: MOST },
        signal,
      }),
    ),
});

/** Metadata of what the person works with; undefined while it is on its way. */
export function useMetas(): Metas | undefined {
  const objects = useObjects();
  const readable = sources.filter((name) =>
    objects.some((object) => object.name === name && object.can.read),
  );
  return useQueries({
    queries: readable.map((name) => objectQuery(name)),
    combine: (answers) => {
      const failed = answers.find((answer) => answer.error && !answer.data);
      if (failed?.error) {
        throw failed.error;
      }
      return answers.every((answer) => answer.data)
        ? Object.fromEntries(answers.map(({ data }) => [(data as ObjectMeta).name, data as ObjectMeta]))
        : undefined;
    },
  });
}

export interface Today {
  lines: Line[];
  pending: boolean;
  error: Error | undefined;
  /** Objects of which there is more than is shown. */
  more: Asking[];
  refresh: () => void;
}

/** What there is to do today, of all kinds, by one request each. */
export function useToday(metas: Metas): Today {
  const day = today();
  const wanted = useMemo(
    () => asking.flatMap((object) => ({ object, wanted: day ? wantedOf(metas, object) : undefined })),
    [metas, day],
  );
  const answers = useQueries({ queries: wanted.map((each) => someQuery(each.object, each.wanted)) });
  const found: Found = {};
  const more: Asking[] = [];
  answers.forEach(({ data }, i) => {
    const object = wanted[i]?.object;
    if (data && object) {
      found[object] = data.items;
      if (data.next !== null) {
        more.push(object);
      }
    }
  });
  const asked = answers.filter((_, i) => wanted[i]?.wanted);
  return {
    lines: linesOf(found, { day, dayOf: (moment) => dayOf(new Date(moment)), isPast }),
    pending: asked.some((answer) => answer.isPending),
    error: asked.find((answer) => answer.error && !answer.data)?.error ?? undefined,
    more,
    refresh: () => answers.forEach((answer) => void answer.refetch()),
  };
}
