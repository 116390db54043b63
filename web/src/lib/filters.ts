import { momentOf, type Day } from './days';
import type { Filter } from './records';

/** All of them hold. */
export function all(...parts: (Filter | undefined)[]): Filter {
  const of = parts.filter((part) => part !== undefined);
  const [only] = of;
  return of.length === 1 && only ? only : { and: of };
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
