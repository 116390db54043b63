import {
  useInfiniteQuery,
  useIsFetching,
  useQueryClient,
  type QueryKey,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useFurther } from '@/lib/further';
import { objectQuery, type ObjectMeta } from '@/lib/meta';
import { isOutdated } from '@/lib/query';
import { listQuery } from '@/lib/records';
import { look, rowsOf } from '@/lib/sight';
import { useStable } from '@/lib/useStable';
import { refusalsOf, standing, type Refusals } from '../filter/refusals';
import type { View } from '../views/useView';

const STILL = 150;

/** Notes which rows are seen; what stands there is read anew when that was put off, once the list stands still. */
function useSeen(key: QueryKey, { refetch }: Pick<UseInfiniteQueryResult, 'refetch'>) {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), [key]);
  return useCallback(
    (first: string, last: string) => {
      clearTimeout(timer.current);
      if (look(queries, key, first, last)) {
        timer.current = setTimeout(() => void refetch(), STILL);
      }
    },
    [queries, key, refetch],
  );
}

/** The records of a view. What of its filter the server refuses is told, and the list goes on without it. */
export function useList(meta: ObjectMeta, view: View) {
  const [refusals, refuse] = useState<Refusals>({});
  const filter = standing(view.filter, refusals);
  const queries = useQueryClient();
  const wanted = listQuery(meta.name, { ...view.wanted, ...(filter !== undefined && { filter }) });
  const list = useInfiniteQuery({
    ...wanted,
    enabled: view.ready,
    placeholderData: (before) => before,
  });
  const key = useStable(wanted.queryKey);
  const entries = useMemo(() => rowsOf(queries, key, list.data?.pages ?? []), [queries, key, list.data]);
  const seen = useSeen(key, list);
  const { next, unread } = useFurther(list);
  const fresh = list.error ? refusalsOf(list.error, filter, view.wanted) : {};
  const refused = Object.keys(fresh).length > 0;
  if (refused) {
    refuse({ ...refusals, ...fresh });
  }
  // what is known of the fields may be old; it is on its way anew, and the view goes on without those that are gone
  const known = queries.getQueryState(objectQuery(meta.name).queryKey)?.dataUpdatedAt ?? 0;
  const learning =
    useIsFetching({ queryKey: ['meta'] }) > 0 || (isOutdated(list.error) && known <= list.errorUpdatedAt);
  if (list.error && !list.data && !refused && !learning) {
    throw list.error;
  }
  return {
    entries,
    count: list.data?.pages[0]?.count,
    filter,
    refusals,
    pending: list.isPending || !list.data,
    more: list.hasNextPage,
    next,
    seen,
    unread,
  };
}
