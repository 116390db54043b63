import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordQuery } from '@/lib/records';

const MOMENT = 80;
let resting: ReturnType<typeof setTimeout> | undefined;

/** Reads a record ahead: at once, or once the pointer rests on it; those that only pass below it are not asked for. */
export function usePrefetch(object: string, id: string) {
  const queries = useQueryClient();
  return useMemo(() => {
    const now = () => void queries.query(recordQuery(object, id)).catch(() => undefined);
    const leave = () => clearTimeout(resting);
    const enter = () => {
      leave();
      resting = setTimeout(now, MOMENT);
    };
    return { now, enter, leave };
  }, [queries, object, id]);
}
