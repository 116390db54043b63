import type { Schemas } from '@/lib/api';
import type { Filter } from '@/lib/records';

/** One comparison of a filter, such as `status in [new, working]`. */
export type Condition = Schemas['Comparison'];
export type Op = Condition['op'];

/** A filter as people read it, part by part; all parts hold. */
export type Chip =
  | { kind: 'one'; condition: Condition }
  /** Any of them holds. */
  | { kind: 'any'; of: Condition[] }
  /** Kept as it is, since it says more than chips can. */
  | { kind: 'opaque'; filter: Filter };

const own = (value: unknown, ...keys: string[]): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => keys.includes(key));

const isCondition = (part: unknown): part is Condition =>
  own(part, 'field', 'op', 'value') && typeof part.field === 'string' && typeof part.op === 'string';

function chip(part: unknown): Chip[] {
  if (isCondition(part)) {
    return [{ kind: 'one', condition: part }];
  }
  if (own(part, 'and') && Array.isArray(part.and)) {
    return part.and.flatMap(chip);
  }
  if (own(part, 'or') && Array.isArray(part.or) && part.or.length > 0 && part.or.every(isCondition)) {
    return [{ kind: 'any', of: part.or }];
  }
  return [{ kind: 'opaque', filter: part as Filter }];
}

export const chipsOf = (filter: Filter | undefined): Chip[] => (filter === undefined ? [] : chip(filter));

function part(of: Chip): Filter[] {
  switch (of.kind) {
    case 'one':
      return [of.condition];
    case 'any':
      return of.of.length === 0 ? [] : [{ or: of.of }];
    case 'opaque':
      return [of.filter];
  }
}

export function filterOf(chips: Chip[]): Filter | undefined {
  const parts = chips.flatMap(part);
  return parts.length > 1 ? { and: parts } : parts[0];
}

/** The conditions that chips show. */
export const conditionsOf = (chips: Chip[]): Condition[] =>
  chips.flatMap((each) => (each.kind === 'one' ? [each.condition] : each.kind === 'any' ? each.of : []));
