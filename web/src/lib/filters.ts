import { momentOf, type Day } from './days';
import type { Filter } from './records';

const parts = (filter: Filter): Filter[] => ('and' in filter ? filter.and.flatMap(parts) : [filter]);

/** All of them hold; not a level deeper than they are, since the server takes only so many. */
export function all(...of: (Filter | undefined)[]): Filter {
  const held = of.flatMap((each) => (each ? parts(each) : []));
  return held.length === 1 && held[0] ? held[0] : { and: held };
}

export const leaf = (
  field: string,
  op: 'eq' | 'in' | 'not_in' | 'empty' | 'within' | 'between',
  value?: unknown,
): Filter => (value === undefined ? { field, op } : { field, op, value });

/** Those whose field is that value, which may be none. */
export const are = (field: string, value: string | null): Filter =>
  value === null ? leaf(field, 'empty') : leaf(field, 'eq', value);

/** Days from the first to the last, both included. */
export interface Span {
  from: Day;
  to: Day;
}

const END = '23:59:59.999';

/** What lies between the days, by a field that holds moments. */
export const momentsIn = (field: string, { from, to }: Span): Filter => ({
  field,
  op: 'between',
  value: [momentOf(from), momentOf(to, END)],
});
