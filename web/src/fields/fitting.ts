import type { Values } from '@/lib/changes';
import type { Choice, Field } from '@/lib/meta';
import { asList, asText, isEmpty } from './values';

/** The record in which a value stands, or what is to become one. */
export interface Among {
  fields: Field[];
  /** Null for what is empty; what is not known is not there. */
  values: Values;
}

const isBound = (choice: Choice): boolean => (choice.when?.length ?? 0) > 0;

/** What is not known keeps nothing back; the server has the last word. */
const fits = (choice: Choice, held: unknown): boolean =>
  !isBound(choice) ||
  held === undefined ||
  (!isEmpty(held) && (choice.when?.includes(asText(held)) ?? false));

/** The field as it can be chosen in a record of those values: what does not fit is in use no more. */
export function fitting(field: Field, values: Values): Field {
  if (field.depends_on === undefined || !field.choices?.some(isBound)) {
    return field;
  }
  const held = values[field.depends_on];
  const choices = field.choices.map((choice) => (fits(choice, held) ? choice : { ...choice, active: false }));
  return { ...field, choices };
}

/** The field that has to be filled in before all of another one's choices are offered. */
export function neededFirst(field: Field, { fields, values }: Among): Field | undefined {
  const on = fields.find((each) => each.name === field.depends_on);
  return on && values[on.name] !== undefined && isEmpty(values[on.name]) && field.choices?.some(isBound)
    ? on
    : undefined;
}

/** What is left of a value that a field holds; the value itself when all of it fits. */
function left(field: Field, values: Values): unknown {
  const value = values[field.name];
  if (isEmpty(value) || field.depends_on === undefined) {
    return value;
  }
  const held = values[field.depends_on];
  const stays = (code: string) => field.choices?.every((c) => c.code !== code || fits(c, held)) ?? true;
  if (Array.isArray(value)) {
    const some = asList(value).filter(stays);
    return some.length === value.length ? value : some.length > 0 ? some : null;
  }
  return stays(asText(value)) ? value : null;
}

/**
 * What the fields hold that depend on the changed one, and on those in turn, where not all of it fits any more; `values` as they are
 * after the change. Fields that the person may not write stay as they are.
 */
export function unfit(fields: Field[], values: Values, changed: string): Values {
  const gone: Values = {};
  const dependents = (on: string) =>
    fields.filter((f) => f.depends_on === on && f.access === 'write' && !f.read_only);
  const follow = (on: string) => {
    for (const field of dependents(on)) {
      const now = { ...values, ...gone };
      const after = left(field, now);
      if (after !== now[field.name] && !(field.name in gone)) {
        gone[field.name] = after;
        follow(field.name);
      }
    }
  };
  follow(changed);
  return gone;
}

/** The fields that decide, one after the other, what a field offers; the first one depends on none. */
export function deciding(field: Field, fields: Field[]): Field[] {
  const on = fields.find((each) => each.name === field.depends_on);
  const others = fields.filter((each) => each !== field);
  return on && on !== field ? [...deciding(on, others), on] : [];
}

/** What a new record will hold: what is given, else defaults as far as they fit. */
export function initially(fields: Field[], given: Values): Values {
  const defaults: Values = Object.fromEntries(fields.map((field) => [field.name, field.default ?? null]));
  return fields
    .filter((field) => field.depends_on === undefined)
    .reduce((values, { name }) => ({ ...values, ...unfit(fields, values, name), ...given }), {
      ...defaults,
      ...given,
    });
}
