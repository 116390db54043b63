import type { Schemas } from '@/lib/api';
import type { Filter } from '@/lib/records';

/** One comparison of a filter, such as `status in [new, working]`. */
export type Condition = Schemas['Comparison'];
export type Op = Condition['op'];

/** How many of a group have to hold. */
export type How = 'all' | 'any' | 'none';

export interface Group {
  kind: 'group';
  how: How;
  of: Chip[];
}

/** A filter as people read it, part by part; all parts hold. */
export type Chip =
  | { kind: 'one'; condition: Condition }
  | Group
  /** Kept as it is, since it is none that the server could have given. */
  | { kind: 'opaque'; filter: Filter };

const own = (value: unknown, ...keys: string[]): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => keys.includes(key));

const isCondition = (part: unknown): part is Condition =>
  own(part, 'field', 'op', 'value') && typeof part.field === 'string' && typeof part.op === 'string';

const listed = (part: unknown, key: 'and' | 'or'): unknown[] | undefined => {
  const list = own(part, key) ? part[key] : undefined;
  return Array.isArray(list) && list.length > 0 ? list : undefined;
};

function chip(part: unknown): Chip {
  if (isCondition(part)) {
    return { kind: 'one', condition: part };
  }
  const all = listed(part, 'and');
  if (all) {
    return { kind: 'group', how: 'all', of: all.map(chip) };
  }
  const any = listed(part, 'or');
  if (any) {
    return { kind: 'group', how: 'any', of: any.map(chip) };
  }
  if (own(part, 'not') && part.not !== undefined) {
    return { kind: 'group', how: 'none', of: (listed(part.not, 'or') ?? [part.not]).map(chip) };
  }
  return { kind: 'opaque', filter: part as Filter };
}

/** A group of which all hold says nothing more among chips that all hold. */
const loose = (part: unknown): Chip[] =>
  own(part, 'and') && Array.isArray(part.and) ? part.and.flatMap(loose) : [chip(part)];

export const chipsOf = (filter: Filter | undefined): Chip[] => (filter === undefined ? [] : loose(filter));

function part(of: Chip): Filter[] {
  switch (of.kind) {
    case 'one':
      return [of.condition];
    case 'opaque':
      return [of.filter];
    case 'group': {
      const parts = of.of.flatMap(part);
      const [only] = parts;
      if (!only) {
        return [];
      }
      switch (of.how) {
        case 'all':
          return [{ and: parts }];
        case 'any':
          return [{ or: parts }];
        case 'none':
          return [{ not: parts.length > 1 ? { or: parts } : only }];
      }
    }
  }
}

export function filterOf(chips: Chip[]): Filter | undefined {
  const parts = chips.flatMap(part);
  return parts.length > 1 ? { and: parts } : parts[0];
}

/** The conditions that chips show. */
export const conditionsOf = (chips: Chip[]): Condition[] =>
  chips.flatMap((each) =>
    each.kind === 'one' ? [each.condition] : each.kind === 'group' ? conditionsOf(each.of) : [],
  );

/** What of the chips nothing can be said about. */
export const opaqueOf = (chips: Chip[]): Filter[] =>
  chips.flatMap((each) =>
    each.kind === 'opaque' ? [each.filter] : each.kind === 'group' ? opaqueOf(each.of) : [],
  );

/** The chips without the conditions and parts that do not pass, and without groups of which nothing is left. */
export const sifted = (chips: Chip[], passes: (part: Condition | Filter) => boolean): Chip[] =>
  chips.flatMap((each): Chip[] => {
    if (each.kind !== 'group') {
      return passes(each.kind === 'one' ? each.condition : each.filter) ? [each] : [];
    }
    const of = sifted(each.of, passes);
    return of.length > 0 ? [{ ...each, of }] : [];
  });
