import type { Filter } from '@/lib/records';
import type { Selection } from '../selection';
import type { Target } from './acts';

const IN_ONE = 500;

/** All records: a filter that takes every one. */
export const everything: Filter = { and: [] };

export const targetOf = ({ ids, all }: Selection, filter: Filter | undefined): Target =>
  all === undefined ? { ids: [...ids] } : { filter: filter ?? everything, expected: all };

/** A filter that takes just those that are meant. */
export function filterOf(target: Target): Filter {
  if ('filter' in target) {
    return target.filter;
  }
  const { ids } = target;
  const some: Filter[] = [];
  for (let from = 0; from < ids.length; from += IN_ONE) {
    some.push({ field: 'id', op: 'in', value: ids.slice(from, from + IN_ONE) });
  }
  return some.length === 1 && some[0] ? some[0] : { or: some };
}
