import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './api';
import { create, remove } from './changes';
import { queryClient } from './query';
import { recordsKey, type Entry } from './records';

const PREFERENCE = 'preference';

/** What the person chose under the name, wherever it was; null where nothing was chosen. */
export const preferenceQuery = (name: string) =>
  queryOptions({
    queryKey: [...recordsKey(PREFERENCE), name],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Entry | null> => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: PREFERENCE } },
        body: { filter: { field: 'name', op: 'eq', value: name }, fields: ['value'], limit: 1 },
        signal,
      });
      const { items } = (await answered(call)) as unknown as { items: Entry[] };
      return items[0] ?? null;
    },
  });

/** Keeps what the person chose, for every browser in which one signs in. */
export async function prefer(name: string, value: Record<string, unknown>): Promise<void> {
  const kept = await create(PREFERENCE, { name, value });
  queryClient.setQueryData(preferenceQuery(name).queryKey, kept);
}

/** As if nothing had been chosen. */
export async function forgetPreference(name: string): Promise<void> {
  const { queryKey } = preferenceQuery(name);
  const kept = queryClient.getQueryData(queryKey);
  if (kept) {
    await remove(PREFERENCE, kept);
  }
  queryClient.setQueryData(queryKey, null);
}
