import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from './api';
import { language } from './i18n';

export type Label = Schemas['Label'];
export type ObjectBrief = Schemas['ObjectBrief'];
export type ObjectMeta = Schemas['Object'];
export type Choice = Schemas['Choice'];
/** A field that is ready to be used. */
export type Field = Extract<Schemas['Field'], { ops: string[] }>;

/** The label in the person's language, else in the other one. */
export function say(label: Label | undefined): string {
  if (!label) {
    return '';
  }
  const code = language();
  return label[code] ?? label['zh-CN'] ?? label.en ?? '';
}

const MINUTES = 60_000;

export const objectsQuery = queryOptions({
  queryKey: ['meta'],
  staleTime: 5 * MINUTES,
  queryFn: async () => (await answered(api.GET('/api/v1/meta/objects'))).items,
});

export const objectQuery = (object: string) =>
  queryOptions({
    queryKey: ['meta', object],
    staleTime: 5 * MINUTES,
    queryFn: () => answered(api.GET('/api/v1/meta/objects/{object}', { params: { path: { object } } })),
  });

export const useObjects = (): ObjectBrief[] => useSuspenseQuery(objectsQuery).data;

/** Whether the person may make records of the object; nobody makes any while seeing as somebody else. */
export function useMakes(): (object: string) => boolean {
  const objects = useObjects();
  return (object) => objects.some(({ name, can }) => name === object && can.create === true);
}

const isReady = (field: Schemas['Field']): field is Field => 'ops' in field;

/** All fields that are there, also those that the company hid. */
export const everyFieldOf = (meta: ObjectMeta): Field[] => meta.fields.filter(isReady);

/** The fields that can be used, without those that the company hid. */
export const fieldsOf = (meta: ObjectMeta): Field[] => meta.fields.filter(isReady).filter((f) => !f.hidden);

export const fieldOf = (meta: ObjectMeta, name: string): Field | undefined =>
  meta.fields.filter(isReady).find((f) => f.name === name);

/** All fields of an object as far as its metadata is known. */
export function knownFields(queries: QueryClient, object: string): Field[] {
  const meta = queries.getQueryData(objectQuery(object).queryKey);
  return meta ? everyFieldOf(meta) : [];
}

/** What can be done with a record by name, such as assigning it. */
export type Verb = Schemas['Verb'];

export const verbsOf = (meta: ObjectMeta): Verb[] => meta.verbs ?? [];

/** Whether the person sees what these fields of the object hold. */
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
