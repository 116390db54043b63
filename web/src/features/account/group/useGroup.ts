import { useQuery } from '@tanstack/react-query';
import { leaf } from '@/lib/filters';
import { type ObjectMeta, objectQuery, sees, useObjects } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { count, reportQuery, rowsOf } from '@/lib/reports';
import { currencyIn, sum } from '../../measures';
import { found, seenOf } from '../query';
import { groupOf, isHiddenAbove, topOf, upwards, within } from './group';

/** The group that a company belongs to, within the person's rights, by three questions whatever its size. */
export function useGroup(meta: ObjectMeta, id: string) {
  const deals = useObjects().some(({ name, can }) => name === 'opportunity' && can.read);
  const { data: dealMeta } = useQuery({ ...objectQuery('opportunity'), enabled: deals });
  const linked = seenOf(meta, ['parent']).length > 0;
  const above = useQuery({
    queryKey: [...recordsKey('account'), 'above', id],
    enabled: linked,
    queryFn: ({ signal }) => found('account', { filter: leaf('id', 'eq', id), fields: [...upwards] }, signal),
  });
  const [own] = above.data?.items ?? [];
  const top = own && topOf(own, id);
  const ids = top === undefined ? [] : [...new Set([top, id])];
  const companies = useQuery({
    queryKey: [...recordsKey('account'), 'group', ...ids],
    enabled: top !== undefined,
    queryFn: ({ signal }) =>
      found(
        'account',
        {
          filter: within(ids),
          fields: seenOf(meta, ['name', 'parent', 'tier', 'owner', 'last_activity_at']),
          sort: ['name'],
        },
        signal,
      ),
  });
  const valued = sees(dealMeta, 'amount');
  const worth = useQuery({
    ...reportQuery({
      object: 'opportunity',
      filter: within(ids, 'account'),
      group_by: [{ field: 'account' }, { field: 'status' }],
      measures: valued ? [count, sum] : [count],
    }),
    enabled: top !== undefined && dealMeta !== undefined,
  });
  const rows = rowsOf(worth.data);
  const error = above.error ?? companies.error ?? worth.error;
  return {
    linked,
    valued,
    deals,
    error,
    waiting: !companies.data || (deals && !worth.data),
    forest: groupOf(companies.data?.items ?? [], rows),
    currency: currencyIn(rows),
    hiddenAbove: own !== undefined && isHiddenAbove(own),
    more: companies.data?.more === true || worth.data?.more === true,
    again: () => void Promise.all([above.refetch(), companies.refetch(), worth.refetch()]),
  };
}
