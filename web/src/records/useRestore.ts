import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { restore } from '@/lib/changes';

/** Brings a record back from the bin, with all that went along, and reads anew what is shown. */
export function useRestore(): (object: string, id: string) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (object, id) => {
      await restore(object, id);
      await queries.invalidateQueries({ queryKey: ['records'] });
    },
    [queries],
  );
}
