import { fieldOf, fieldsOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';
import { tagColour, type TagColour } from '@/ui/theme';
import type { Stages } from '../brought';
import { isWritable, NONE } from '../path/move';
import type { Total, Totals } from './totals';

/** What the columns of a board stand for, and which records are on it. */
export interface Plan {
  meta: ObjectMeta;
  by: Field;
  filter: Filter | undefined;
  sort: string;
  /** What is read of each card. */
  fields: string[];
  /** Whose cards stand in a row of their own, when they do. */
  lanes?: Field | undefined;
  /** Whose cards are meant: a person's, null for nobody's, undefined for everybody's. */
  lane?: string | null | undefined;
}

const isColumned = (field: Field): boolean =>
  field.type === 'choice' &&
  (field.access === 'write' || field.access === 'read') &&
  (field.choices?.length ?? 0) > 1;

/** The fields that a board may be made of, best first: those that say how far a record has come. */
export function boardFields(meta: ObjectMeta): Field[] {
  const all = fieldsOf(meta).filter((field) => isColumned(field) && !field.read_only);
  return [...all.filter((field) => field.phase), ...all.filter((field) => !field.phase)];
}

/** The field that was asked for, else the one that suits best; none if the object has no choices. */
export function boardField(meta: ObjectMeta, asked: string | null): Field | undefined {
  return (
    fieldsOf(meta).find((field) => field.name === asked && isColumned(field)) ??
    boardFields(meta).sort((a, b) => Number(isWritable(b)) - Number(isWritable(a)))[0]
  );
}

/** The field by whose people a board can be divided into rows: whose the records are. */
export function laneFieldOf(meta: ObjectMeta): Field | undefined {
  const owner = fieldOf(meta, 'owner');
  return owner && !owner.hidden && (owner.access === 'write' || owner.access === 'read') ? owner : undefined;
}

export interface Column {
  code: string;
  label: string;
  colour: TagColour;
  /** Whether what comes here is finished. */
  closed: boolean;
  /** Whether it has come to nothing. */
  failed: boolean;
  /** Whether cards may be put here. */
  open: boolean;
  total: Total | undefined;
}

/** In which colour the column stands; how records ended is told by the same colours everywhere. */
export const colourOf = ({ colour, closed, failed }: Pick<Column, 'colour' | 'closed' | 'failed'>): string =>
  failed ? 'var(--text-3)' : closed ? 'var(--success)' : `var(--tag-${colour}-text)`;

/** A card in somebody's hand: the column and the lane that it is taken from. */
export interface Held {
  card: Entry;
  code: string;
  lane: Plan['lane'];
}

/** The card that was dropped last; who dropped it by keys goes on from there. */
export interface Landed {
  id: string;
  code: string;
  lane: Plan['lane'];
  byKeys: boolean;
}

/** Whether records of the column can match, as far as the filter says so of the field alone; one that has none counts as {@link NONE}. */
export function canHold(field: Field, filter: Filter | undefined, code: string): boolean {
  if (!filter) {
    return true;
  }
  if ('and' in filter) {
    return filter.and.every((each) => canHold(field, each, code));
  }
  if ('or' in filter) {
    return filter.or.some((each) => canHold(field, each, code));
  }
  if ('not' in filter || filter.field !== field.name) {
    return true;
  }
  const values = [filter.value].flat();
  switch (filter.op) {
    case 'eq':
    case 'in':
      return values.includes(code);
    case 'ne':
    case 'not_in':
      return !values.includes(code);
    case 'empty':
      return code === NONE;
    case 'not_empty':
      return code !== NONE;
    default:
      return true;
  }
}

/** In the order of the choices, finished ones last; what is out of use is shown as long as it holds something. */
export function columnsOf(
  field: Field,
  totals: Totals | undefined,
  { closes, fails }: Pick<Stages, 'closes' | 'fails'>,
  none: string,
): Column[] {
  const choices = field.choices ?? [];
  const known = new Set(choices.map((choice) => choice.code));
  const held = (code: string) => (totals?.[code]?.count ?? 0) > 0;
  const column = (code: string, label: string, colour: string | null | undefined, open: boolean): Column => ({
    code,
    label,
    colour: code === NONE ? 'grey' : tagColour(code, colour),
    closed: closes(code),
    failed: fails(code),
    open,
    total: totals && (totals[code] ?? { count: 0 }),
  });
  const usual = choices
    .filter((choice) => choice.active !== false || held(choice.code))
    .map((choice) =>
      column(choice.code, say(choice.label) || choice.code, choice.color, choice.active !== false),
    );
  const unknown = Object.keys(totals ?? {}).filter((code) => code !== NONE && !known.has(code) && held(code));
  const all = [
    ...(held(NONE) ? [column(NONE, none, null, !field.required)] : []),
    ...usual,
    ...unknown.map((code) => column(code, code, null, true)),
  ];
  return [...all.filter((each) => !each.closed), ...all.filter((each) => each.closed)];
}
