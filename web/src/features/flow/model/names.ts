import { useQueries } from '@tanstack/react-query';
import i18next from 'i18next';
import { asMoney } from '@/fields/values';
import { labelQuery } from '@/lib/choices';
import { decimal, inARow, moment, moneyText, shortDay } from '@/lib/format';
import { fieldOf, objectQuery, say, useObjects, verbsOf, type Field, type ObjectMeta } from '@/lib/meta';
import { looped, objectIn, type Target } from './place';
import type { Names } from './said';
import { isLoop, stepsIn, spotOf, type Definition, type Input } from './tree';

const PERSON = 'user';

interface Wanted {
  object: string;
  id: string;
}

const object = (value: unknown): Input =>
  typeof value === 'object' && value !== null ? (value as Input) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const idOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof object(value).id === 'string'
      ? String(object(value).id)
      : undefined;

/** The records that the values of some fields lead to. */
const ledTo = (meta: ObjectMeta | undefined, values: Input): Wanted[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const target = meta && fieldOf(meta, name)?.target;
    return target === undefined
      ? []
      : listOf(value).flatMap((each) => {
          const id = idOf(each);
          return id === undefined ? [] : [{ object: target, id }];
        });
  });

/** The records that a definition names. */
function named(
  definition: Definition,
  meta: ObjectMeta,
  metaOf: (name: string) => ObjectMeta | undefined,
  target: Target,
) {
  const { field, fields, values, from, to } = definition.trigger.input;
  const asked = listOf(fields ?? field).map(String)[0] ?? '';
  const all = [values, from, to].flatMap((each) => ledTo(meta, { [asked]: each ?? [] }));
  for (const { id, do: kind, input } of stepsIn(definition.steps)) {
    const about = objectIn(definition, spotOf(definition, id)?.row, meta.name, target);
    const of = metaOf(kind === 'create' ? String(input.object) : (about ?? ''));
    all.push(...ledTo(of, object(input.set)));
    if (kind === 'approval') {
      all.push(...listOf(input.people ?? []).map((id) => ({ object: PERSON, id: String(id) })));
    }
    const owner = kind === 'task' ? idOf(input.owner) : undefined;
    all.push(...(owner === undefined ? [] : [{ object: PERSON, id: owner }]));
  }
  return all.filter((each, i) => all.findIndex((one) => one.id === each.id) === i);
}

/** A value as people say it. */
export function valueSaid(field: Field | undefined, value: unknown, label: (id: string) => string): string {
  if (Array.isArray(value)) {
    return inARow(value.map((each) => valueSaid(field, each, label)));
  }
  if (field?.target !== undefined) {
    const own = object(value).label;
    return typeof own === 'string' ? own : label(idOf(value) ?? '');
  }
  if (typeof value === 'boolean') {
    return i18next.t(value ? 'yes' : 'no');
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field?.type) {
    case 'money':
      return text === '' ? moneyText(asMoney(value)) : decimal(text);
    case 'decimal':
    case 'integer':
      return decimal(text);
    case 'percent':
      return decimal(text) + i18next.t('percent_sign');
    case 'date':
      return shortDay(text);
    case 'datetime':
      return Number.isNaN(Date.parse(text)) ? text : moment(text);
    default:
      return say(field?.choices?.find((choice) => choice.code === text)?.label) || text;
  }
}

/** How what the definition names is called; what is on its way is told by dots. */
export function useNames(meta: ObjectMeta, definition: Definition): Names {
  const objects = useObjects();
  const target: Target = (object, link) => (object === meta.name ? fieldOf(meta, link)?.target : undefined);
  const made = [
    ...new Set(
      stepsIn(definition.steps)
        .map((step) => (isLoop(step) ? looped(step, meta.name, target) : step.input.object))
        .filter((name): name is string => typeof name === 'string' && objects.some((o) => o.name === name)),
    ),
  ];
  const metas = new Map(
    useQueries({
      queries: made.map((name) => objectQuery(name)),
      combine: (found) => found.flatMap(({ data }) => (data ? [[data.name, data] as const] : [])),
    }),
  );
  const metaOf = (name: string) => (name === meta.name ? meta : metas.get(name));
  const wanted = named(definition, meta, metaOf, target);
  const labels = useQueries({
    queries: wanted.map((each) => labelQuery(each.object, each.id)),
    combine: (found) => found.map(({ data }) => data),
  });
  const label = (id: string): string => {
    const found = labels[wanted.findIndex((each) => each.id === id)];
    return found === null ? i18next.t('hidden_record') : (found ?? '…');
  };
  const of = (name: string): Names => {
    const known = metaOf(name);
    const field = (path: string) => (known ? fieldOf(known, path) : undefined);
    return {
      object: say(objects.find((each) => each.name === name)?.label) || name,
      field: (path) => say(field(path)?.label) || path,
      value: (path, value) => valueSaid(field(path), value, label),
      verb: (verb) => say(known && verbsOf(known).find((each) => each.name === verb)?.label) || verb,
      of,
      person: label,
    };
  };
  return of(meta.name);
}
