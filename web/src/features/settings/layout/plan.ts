import type { ObjectBrief, ObjectMeta } from '@/lib/meta';
import { usualFacts } from '@/records/telling';
import { relatedObjects } from '@/records/related/related';
import { differences, sameDraft, sameList, type Difference, type Draft } from './draft';

/** All that a layout says. */
export interface Plan {
  parts: Draft;
  /** The fields beside the name; those that tell most where the company says nothing. */
  key: readonly string[] | undefined;
  /** The objects whose related lists come first; as delivered where the company says nothing. */
  related: readonly string[] | undefined;
  /** The objects whose related lists a page leaves out. */
  unlisted: readonly string[];
}

/** As many fields as fit beside a name; the server takes no more. */
export const MOST_KEY = 12;

/** The fields that stand beside the name, by the plan. */
export const keyOf = (meta: ObjectMeta, { key }: Plan): readonly string[] =>
  key ?? usualFacts(meta).map(({ name }) => name);

/** The objects that have a list on the page, those left out among them, in order. */
export const relatedOf = (meta: ObjectMeta, objects: ObjectBrief[], { related }: Plan): string[] =>
  relatedObjects(meta, objects, related);

/** The names with this one besides, or without it. */
export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((each) => each !== name) : [...names, name];

const sameMaybe = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && sameList(a, b));

export const samePlan = (a: Plan, b: Plan): boolean =>
  sameDraft(a.parts, b.parts) &&
  sameMaybe(a.key, b.key) &&
  sameMaybe(a.related, b.related) &&
  sameList([...a.unlisted].sort(), [...b.unlisted].sort());

/** What one is about to publish of what stands around the sections. */
export type Around =
  | { kind: 'key'; fields: readonly string[] }
  | { kind: 'key_usual' | 'related_ordered' | 'related_usual' }
  | { kind: 'related_in' | 'related_out'; object: string };

/** In what the one plan differs from the other: the header, the sections, the related lists. */
export function allDifferences(before: Plan, after: Plan): (Difference | Around)[] {
  const all: (Difference | Around)[] = [];
  if (!sameMaybe(before.key, after.key)) {
    all.push(after.key ? { kind: 'key', fields: after.key } : { kind: 'key_usual' });
  }
  all.push(...differences(before.parts, after.parts));
  if (!sameMaybe(before.related, after.related)) {
    all.push({ kind: after.related ? 'related_ordered' : 'related_usual' });
  }
  const gone = after.unlisted.filter((each) => !before.unlisted.includes(each));
  const back = before.unlisted.filter((each) => !after.unlisted.includes(each));
  return [
    ...all,
    ...gone.map((object): Around => ({ kind: 'related_out', object })),
    ...back.map((object): Around => ({ kind: 'related_in', object })),
  ];
}
