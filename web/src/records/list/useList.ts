import { useInfiniteQuery, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFurther } from '@/lib/further';
import { objectQuery, type ObjectMeta } from '@/lib/meta';
import { isOutdated } from '@/lib/query';
import { listQuery } from '@/lib/records';
import { refusalsOf, standing, type Refusals } from './filter/refusals';
import type { View } from './useView';

/** The records of a view. What of its filter the server refuses is told, and the list goes on without it. */
export function useList(meta: ObjectMeta, view: View) {
  const [refusals, refuse] = useState<Refusals>({});
  const filter = standing(view.filter, refusals);
  const list = useInfiniteQuery({
    ...listQuery(meta.name, { ...view.wanted, ...(filter !== undefined && { filter }) }),
    enabled: view.ready,
    placeholderData: (before) => before,
  });
  const entries = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const { next, unread } = useFurther(list);
  const fresh = list.error ? refusalsOf(list.error, filter, view.wanted) : {};
  const refused = Object.keys(fresh).length > 0;
  if (refused) {
    refuse({ ...refusals, ...fresh });
  }
  // what is known of the fields may be old; it is on its way anew, and the view goes on without those that are gone
  const known = useQueryClient().getQueryState(objectQuery(meta.name).queryKey)?.dataUpdatedAt ?? 0;
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
    unread,
  };
}
