import { fieldOf, type ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { timesOf } from '../../ownTick';
import { plain, type Arrangement } from './arrangement';

export const builtIns = ['open', 'all', 'mine', 'due', 'fresh', 'team'] as const;
export type BuiltIn = (typeof builtIns)[number];

const NEW_FOR = 'last_30_days';
/** What is later than that is no longer for today. */
const LATE_FOR = 'last_30_days';
const FOLLOW_UP = 'next_follow_up_at';

/** Views that every object has as far as its fields allow; nobody keeps them. */
export function builtInViews(meta: ObjectMeta): { id: BuiltIn; arrangement: Arrangement }[] {
  const seen = (name: string, op: string) => {
    const field = fieldOf(meta, name);
    return field !== undefined && field.access !== 'hidden' && !field.hidden && field.ops.includes(op);
  };
  const mine: Filter = { field: 'owner', op: 'eq', value: '$me' };
  const found: Partial<Record<BuiltIn, Arrangement>> = { all: plain };
  const times = timesOf(meta);
  if (times && seen(times.done, 'empty')) {
    found.open = { ...plain, filter: { field: times.done, op: 'empty' }, sort: [times.due] };
  }
  if (seen('owner', 'eq')) {
    found.mine = { ...plain, filter: mine };
    if (seen(FOLLOW_UP, 'within')) {
      const at = (value: string): Filter => ({ field: FOLLOW_UP, op: 'within', value });
      found.due = {
        ...plain,
        filter: { and: [mine, { or: [at('today'), at(LATE_FOR)] }] },
        sort: [FOLLOW_UP],
      };
    }
  }
  if (seen('created_at', 'within')) {
    found.fresh = {
      ...plain,
      filter: { field: 'created_at', op: 'within', value: NEW_FOR },
      sort: ['-created_at'],
    };
  }
  if (seen('department', 'eq')) {
    found.team = { ...plain, filter: { field: 'department', op: 'eq', value: '$my_department' } };
  }
  return builtIns.flatMap((id) => {
    const arrangement = found[id];
    return arrangement ? [{ id, arrangement }] : [];
  });
}
