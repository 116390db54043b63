import { isEmpty } from '@/fields/values';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { ownOf } from './brought';

type Fits = (field: Field, meta: ObjectMeta) => boolean;

/** What a record belongs to, as a record or as a name. */
const about: Fits[] = [
  (f, meta) =>
    f.type === 'link' &&
    (f.required || f.custom === true || meta.sections[0]?.fields.includes(f.name) === true),
  (f) => f.type === 'text' && f.searchable === true && !f.unique,
];

/** What stands beside a name, in that order: what it belongs to, how much, when, how to reach them, whose. */
const kinds: Fits[] = [
  ...about,
  (f) => f.type === 'money' && !f.read_only,
  (f, meta) =>
    (f.type === 'date' && (f.indexed === true || f.custom === true)) || f.name === ownOf(meta.name).tick?.due,
  (f) => f.type === 'phone',
  (f) => f.name === 'owner',
  (f) => f.type === 'tags',
];

const isTold = ({ access }: Field): boolean => access !== 'hidden';

function firstOfEach(meta: ObjectMeta, all: Fits[]): Field[] {
  const others = fieldsOf(meta).filter((f) => isTold(f) && f.name !== meta.name_field);
  return all.flatMap((fits) => others.find((f) => fits(f, meta)) ?? []);
}

/** One field of each kind that tells most. */
export const usualFacts = (meta: ObjectMeta): Field[] => firstOfEach(meta, kinds);

/** The field that says best what a record belongs to. */
export const aboutOf = (meta: ObjectMeta): Field | undefined => firstOfEach(meta, about)[0];

/** What says nothing without what it is called: how much of what, and which day. */
export const needsLabel = ({ type }: Field): boolean =>
  ['money', 'integer', 'decimal', 'percent', 'date', 'datetime'].includes(type);

/** The fields that stand beside the name: those of the company's layout, else one of each kind that tells most. */
export function keyFacts(meta: ObjectMeta): Field[] {
  const wanted = meta.layouts.page?.key;
  const fields = fieldsOf(meta).filter(isTold);
  return wanted?.flatMap((name) => fields.filter((f) => f.name === name)) ?? usualFacts(meta);
}

/** The field that says what comes next with a record, in whichever object has one. */
export const NEXT_STEP = 'next_step';

/** Whether it says what it is without being called so, such as a phone, or the sum that a record is about. */
export const saysItself = (meta: ObjectMeta, field: Field): boolean =>
  field.name === ownOf(meta.name).sum || !(needsLabel(field) || field.name === NEXT_STEP);

/** As many as a line of a phone has room for. */
const IN_A_LINE = 3;

/** What a record tells in one line: sums and days, what comes next, then the others; else what the company put beside the name. */
export function tellingFacts(meta: ObjectMeta, entry: Entry): Field[] {
  const next = fieldsOf(meta).filter((f) => f.name === NEXT_STEP && isTold(f));
  const key = keyFacts(meta).filter((f) => f.name !== NEXT_STEP);
  const figures = key.filter(needsLabel);
  // a call is a button of its own
  const others = key.filter((f) => !needsLabel(f) && f.type !== 'phone');
  const all = meta.layouts.page?.key ? [...key, ...next] : [...figures, ...next, ...others];
  return all.filter((f) => !isEmpty(entry[f.name])).slice(0, IN_A_LINE);
}
