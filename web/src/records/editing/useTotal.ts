import { skipToken, useQuery } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { recordsKey } from '@/lib/records';
import { ownOf, type OwnTotal } from '../brought';

/** The record whose value it is. */
export interface Of {
  object: string;
  id: string;
}

interface Total {
  /** What the field adds up; nothing as long as there are no such records, so that somebody may type it. */
  total: OwnTotal | undefined;
  /** Whether that is still being asked. */
  asking: boolean;
}

/** Whether a field of a record adds up others that lead there, which it is only asked of fields that can. */
export function useTotal(of: Of | undefined, field: string): Total {
  const own = of && ownOf(of.object).totals?.[field];
  const { data, isLoading } = useQuery({
    queryKey: [...recordsKey(own?.object ?? ''), 'any', own?.field, of?.id],
    queryFn: own
      ? async ({ signal }) =>
          await answered(
            api.POST('/api/v1/records/{object}/query', {
              params: { path: { object: own.object } },
              body: { filter: { field: own.field, op: 'eq', value: of.id }, fields: ['id'], limit: 1 },
              signal,
            }),
          )
      : skipToken,
  });
  return { total: data && data.items.length > 0 ? own : undefined, asking: isLoading };
}
