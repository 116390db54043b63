import { Problem } from '@/lib/api';
import { chipsOf, conditionsOf, filterOf, opaqueOf, sifted, type Condition } from './chips';
import type { Filter, Wanted } from '@/lib/records';

/** Why the server does not take a part of a filter, by the part as it is written. */
export type Refusals = Readonly<Record<string, string>>;

export const keyOf = (part: Condition | Filter): string => JSON.stringify(part);

/** What is left of the filter without what was refused. */
export const standing = (filter: Filter | undefined, refusals: Refusals): Filter | undefined =>
  filterOf(sifted(chipsOf(filter), (part) => !(keyOf(part) in refusals)));

/** Which parts of the filter the refusal is about; none when it is about something else, such as a column or the order. */
export function refusalsOf(
  error: unknown,
  filter: Filter | undefined,
  { fields = [], sort = [] }: Pick<Wanted, 'fields' | 'sort'> = {},
): Refusals {
  if (!(error instanceof Problem) || (error.status !== 400 && error.status !== 422)) {
    return {};
  }
  const chips = chipsOf(filter);
  const conditions = conditionsOf(chips);
  const opaque = opaqueOf(chips);
  const reasonFor = (field: string) => error.errors.find((each) => each.field === field)?.message;
  const named = conditions.filter((condition) => reasonFor(condition.field) !== undefined);
  const within = opaque.filter((part) =>
    error.errors.some(({ field }) => JSON.stringify(part).includes(`"field":${JSON.stringify(field)}`)),
  );
  const elsewhere = new Set([...fields, ...sort.map((key) => key.replace(/^-/, ''))]);
  if (within.length + named.length === 0 && error.errors.some(({ field = '' }) => elsewhere.has(field))) {
    return {};
  }
  // what chips say fits the field, so what they cannot say is to blame first
  const parts = [within, named, opaque, conditions].find((some) => some.length > 0) ?? [];
  return Object.fromEntries(
    parts.map((part) => [
      keyOf(part),
      ('field' in part ? reasonFor(part.field) : undefined) ?? error.errors[0]?.message ?? error.message,
    ]),
  );
}
