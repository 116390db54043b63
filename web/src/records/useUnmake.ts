import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { remove } from '@/lib/changes';
import { recordQuery, type Entry } from '@/lib/records';
import { tell } from '@/ui/tell';

/** Records that were made, each with its object. */
export type Made = readonly (readonly [object: string, entry: Entry])[];

/** Removes what was made as it is now, the last first, since it may rest on the others; the first refusal is thrown. */
export async function unmake(queries: QueryClient, made: Made): Promise<void> {
  for (const [object, { id }] of made.toReversed()) {
    await remove(object, await queries.query({ ...recordQuery(object, id), staleTime: 0 }));
  }
}

/** Takes back that records were made, for the message that says they were. */
export function useUnmake() {
  const queries = useQueryClient();
  return useCallback(
    (made: Made) => ({
      undo: () =>
        void unmake(queries, made)
          .catch(tell)
          .finally(() => queries.invalidateQueries({ queryKey: ['records'] })),
    }),
    [queries],
  );
}
