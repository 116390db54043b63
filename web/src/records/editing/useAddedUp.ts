import { useQuery } from '@tanstack/react-query';
import { anyQuery } from '@/lib/records';
import { ownOf, type OwnLines } from '../brought';

/** The record whose value it is. */
export interface Of {
  object: string;
  id: string;
}

interface AddedUp {
  /** What the field adds up; nothing as long as there are no such records, so that somebody may type it. */
  lines: OwnLines | undefined;
  /** Whether that is still being asked. */
  asking: boolean;
}

/** Whether a field of a record adds up others that lead there, which it is only asked of fields that can. */
export function useAddedUp(of: Of | undefined, field: string): AddedUp {
  const own = of && ownOf(of.object).addedUp?.[field];
  const query = anyQuery(own?.object ?? '', { field: own?.field ?? '', op: 'eq', value: of?.id });
  const { data, isLoading } = useQuery({ ...query, enabled: own !== undefined });
  return { lines: data ? own : undefined, asking: isLoading };
}
