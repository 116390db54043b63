import { useQueries } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { sees } from '@/lib/meta';
import { recordsKey, type Page } from '@/lib/records';
import type { Metas } from '../wanted';

const works = ['lead', 'account', 'opportunity', 'task', 'activity'];

const anyQuery = (object: string, enabled: boolean) => ({
  queryKey: [...recordsKey(object), 'any of mine'],
  enabled,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Page> =>
    answered(
      api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: { filter: { field: 'owner', op: 'eq', value: '$me' }, fields: ['id'], limit: 1 },
        signal,
      }),
    ),
});

/** Whether anything was ever the person's to work on; undefined while nobody knows, and asked only where it matters. */
export function useHadWork(metas: Metas, matters: boolean): boolean | undefined {
  const seen = works.filter((object) => sees(metas[object], 'owner'));
  return useQueries({
    queries: seen.map((object) => anyQuery(object, matters)),
    combine: (answers) =>
      answers.some(({ data, isError }) => isError || (data && data.items.length > 0))
        ? true
        : answers.every(({ data }) => data)
          ? false
          : undefined,
  });
}
