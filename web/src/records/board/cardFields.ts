import { fieldOf, fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import { ownOf } from '../brought';
import { NEXT_STEP, aboutOf } from '../telling';
import { ownPath } from '../path/ownPath';

/** What a card tells of a record. */
export interface CardFields {
  name: string;
  /** Whom it is about. */
  about: Field | undefined;
  money: Field | undefined;
  weighted: Field | undefined;
  owner: Field | undefined;
  next: Field | undefined;
  /** When that is to be. */
  nextAt: Field | undefined;
  /** Since when it stands where it stands. */
  since: Field | undefined;
  /** When something happened last, for what has no since. */
  last: Field | undefined;
  /** Why it ended, and when. */
  reason: Field | undefined;
  closed: Field | undefined;
  /** What somebody chose to be told instead of all that. */
  chosen: Field[] | undefined;
}

/** Whether the person may know of it; what is hidden may be missing as well. */
const isTold = (field: Field | undefined): field is Field => field !== undefined && field.access !== 'hidden';

/** Chosen by what the object has; a path of its own tells more. */
export function cardFields(meta: ObjectMeta, by: Field, chosen?: Field[]): CardFields {
  const seen = (name: string) => {
    const field = fieldOf(meta, name);
    return isTold(field) ? field : undefined;
  };
  const rest = fieldsOf(meta).filter((field) => isTold(field) && field.name !== meta.name_field);
  const own = ownPath(meta, by)?.fields;
  const since = own && seen(own.since);
  const { weighted } = ownOf(meta.name);
  return {
    name: meta.name_field,
    about: aboutOf(meta) ?? rest.find((field) => field.type === 'link' && !field.read_only),
    money: rest.find((field) => field.type === 'money' && !field.read_only),
    weighted: weighted === undefined ? undefined : seen(weighted),
    owner: seen('owner'),
    next: seen(NEXT_STEP),
    nextAt: seen('next_follow_up_at'),
    since,
    last: since ? undefined : seen('last_activity_at'),
    reason: own && seen(own.reason),
    closed: own && seen(own.closed),
    chosen,
  };
}

/** What is told of a card's record that nobody arranged, in that order. */
export const usualOnCard = ({ about, money, owner, next }: CardFields): Field[] =>
  [about, money, owner, next].filter((field) => field !== undefined);

/** How many of the chosen fields stand in a line. */
export const IN_LINE = 2;

/** How high a card is, in pixels. */
export const heightOf = ({ chosen }: CardFields): number =>
  chosen ? 44 + 22 * Math.ceil(chosen.length / IN_LINE) : 90;

/** The names of all that is read of a card. */
export function wantedOf(meta: ObjectMeta, by: Field, { name, chosen, ...fields }: CardFields): string[] {
  const path = ownPath(meta, by);
  const also = [
    ...(path?.fields.also ?? []),
    ...Object.values(path?.asked ?? {}).flatMap(Object.values<string>),
  ].filter((each) => isTold(fieldOf(meta, each)));
  return [
    ...new Set([
      name,
      by.name,
      ...(chosen ?? []).map((f) => f.name),
      ...Object.values(fields).flatMap((f: Field | undefined) => (f ? [f.name] : [])),
      ...also,
    ]),
  ];
}
