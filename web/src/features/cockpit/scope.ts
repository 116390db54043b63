import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import type { Filter, Link } from '@/lib/records';
import type { Period, Span } from './period';

/** What the page is about: a period, of everybody or of a team. */
export interface Scope {
  period: Period;
  before: Span;
  /** Whether the period is still running. */
  running: boolean;
  /** The departments of the team; none for everybody. */
  team: string[];
  metas: Partial<Record<string, ObjectMeta>>;
}

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

/** Those of the team. */
export const ofTeam = ({ team }: Scope): Filter | undefined =>
  team.length > 0 ? leaf('department', 'in', team) : undefined;

/** Those whose field is that value, which may be none. */
export const are = (field: string, value: string | null): Filter =>
  value === null ? leaf(field, 'empty') : leaf(field, 'eq', value);

export const sees = (meta: ObjectMeta | undefined, ...fields: string[]): boolean =>
  meta !== undefined &&
  fields.every((name) => {
    const access = fieldOf(meta, name)?.access;
    return access !== undefined && access !== 'hidden' && access !== 'masked';
  });

/** How a choice is called. */
export function choiceName(meta: ObjectMeta | undefined, field: string, code: unknown): string {
  const choices = meta && fieldOf(meta, field)?.choices;
  return (
    say(choices?.find((choice) => choice.code === code)?.label) || (typeof code === 'string' ? code : '')
  );
}

/** A group of a report that is a link: its id, and how it is called. */
export function linkOf(value: unknown): { id: string | null; label: string | undefined } {
  const link = value as Link | null;
  return link && 'id' in link
    ? { id: link.id, label: link.label ?? undefined }
    : { id: null, label: undefined };
}
