import { useMutation, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { answered, api, Problem } from './api';
import { knownFields } from './meta';
import { once } from './once';
import { recordQuery, recordsKey, type Entry, type Page } from './records';

/** New values by field, as the server takes them. */
export type Values = Record<string, unknown>;

const etag = (entry: Entry) => `"${entry.version}"`;

/** How a change is meant: likely duplicates may stand; it takes an earlier one back, which histories say. */
export interface Meant {
  allowDuplicates?: boolean;
  undo?: boolean;
}

/** Changes a record as it was read; refused when somebody changed it meanwhile. */
export async function patch(
  object: string,
  entry: Entry,
  values: Values,
  { allowDuplicates = false, undo = false }: Meant = {},
): Promise<Entry> {
  const call = api.PATCH('/api/v1/records/{object}/{id}', {
    params: {
      path: { object, id: entry.id },
      header: { 'If-Match': etag(entry) },
      query: { ...(allowDuplicates && { duplicates: 'allow' as const }), ...(undo && { undo }) },
    },
    body: values,
  });
  return await answered(call);
}

/** Makes a record; sent again when nobody knows what became of it, it is made once. */
export async function create(object: string, values: Values, allowDuplicates = false): Promise<Entry> {
  return once([object, values, allowDuplicates], async (key) => {
    const call = api.POST('/api/v1/records/{object}', {
      params: {
        path: { object },
        header: { 'Idempotency-Key': key },
        query: allowDuplicates ? { duplicates: 'allow' as const } : {},
      },
      body: values,
    });
    return await answered(call);
  });
}

/** Moves a record to the bin, from where {@link restore} brings it back. */
export async function remove(object: string, entry: Entry): Promise<void> {
  const call = api.DELETE('/api/v1/records/{object}/{id}', {
    params: { path: { object, id: entry.id }, header: { 'If-Match': etag(entry) } },
  });
  await answered(call);
}

export async function restore(object: string, id: string): Promise<void> {
  await answered(api.POST('/api/v1/records/{object}/{id}/restore', { params: { path: { object, id } } }));
}

/** Does what a verb says to a record; the answer is the record unless the verb has one of its own. */
export async function act<T = Entry>(
  object: string,
  entry: Entry,
  verb: string,
  input: Values = {},
): Promise<T> {
  const call = api.POST('/api/v1/records/{object}/{id}/{verb}', {
    params: { path: { object, id: entry.id, verb }, header: { 'If-Match': etag(entry) } },
    body: input,
  });
  return (await answered(call)) as unknown as T;
}

/** Puts what is known of a record now wherever it is kept; less than all of it is known of a row, which is no record by itself. */
export function remember(queries: QueryClient, object: string, entry: Entry, whole = true): void {
  if (whole) {
    queries.setQueryData(recordQuery(object, entry.id).queryKey, entry);
  }
  queries.setQueriesData<InfiniteData<Page>>(
    { queryKey: [...recordsKey(object), 'list'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === entry.id ? merged(item, entry) : item)),
        })),
      },
  );
}

/** A row of a list keeps to its own columns. */
function merged(item: Entry, entry: Entry): Entry {
  const after: Entry = { ...item, version: entry.version };
  for (const field of Object.keys(item)) {
    if (field in entry) {
      after[field] = entry[field];
    }
  }
  return after;
}

/** Whether two values of a field, as records tell them, are alike; nothing is like nothing. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(told(a)) === JSON.stringify(told(b));

/** A link is who it leads to, whatever that is called. */
const told = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : (value ?? null);

/** What somebody changed otherwise while it was being changed here. */
export interface Clash {
  base: Entry;
  theirs: Entry;
  fields: string[];
}

/** Whether somebody changed the record since it was read. */
export const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412;

/** What became of a change that was sent once more: the record as it is now, or the clash that stands in its way. */
export type Outcome = { after: Entry; clash?: undefined } | { clash: Clash; after?: undefined };

/**
 * Sends a change that was refused as stale once more, by itself or in the way that is given: what a colleague changed elsewhere in
 * the record stays. Where both changed the same field differently, nothing is sent and the clash is told; where both made it the
 * same, there is nothing left to send.
 */
export async function again(
  queries: QueryClient,
  object: string,
  base: Entry,
  { values, shown = values }: Change,
  send: (theirs: Entry) => Promise<Entry> = (theirs) => patch(object, theirs, values),
): Promise<Outcome> {
  const theirs = await queries.query({ ...recordQuery(object, base.id), staleTime: 0 });
  const open = Object.keys(values).filter((name) => !same(theirs[name], shown[name]));
  const fields = open.filter((name) => !same(base[name], theirs[name]));
  if (fields.length > 0) {
    return { clash: { base, theirs, fields } };
  }
  const after = open.length > 0 ? await send(theirs) : theirs;
  remember(queries, object, after);
  await queries.invalidateQueries({ queryKey: recordsKey(object) });
  return { after };
}

/** Changes a record as it was read, also when somebody changed something else of it meanwhile. */
export async function change(
  queries: QueryClient,
  object: string,
  base: Entry,
  values: Values,
  meant: Meant = {},
): Promise<Outcome> {
  try {
    return { after: await patch(object, base, values, meant) };
  } catch (refused) {
    if (!isStale(refused)) {
      throw refused;
    }
    return again(queries, object, base, { values }, (theirs) => patch(object, theirs, values, meant));
  }
}

/** Gives a record values that it had, from wherever the person went meanwhile; nothing where a colleague made something else of them. */
export async function putBack(
  queries: QueryClient,
  object: string,
  made: Entry,
  former: Values,
): Promise<Outcome> {
  const outcome = await change(queries, object, made, former, { undo: true });
  if (outcome.after) {
    remember(queries, object, outcome.after);
    await queries.invalidateQueries({ queryKey: recordsKey(object) });
  }
  return outcome;
}

/** Somebody made something else meanwhile of what was to be changed. */
export class Overtaken extends Error {}

/** The same where a clash is no more than told; answers the record as it is then. */
export async function changed(
  queries: QueryClient,
  object: string,
  base: Entry,
  values: Values,
): Promise<Entry> {
  const { after } = await change(queries, object, base, values);
  if (!after) {
    throw new Overtaken();
  }
  return after;
}

interface Change {
  /** The values to send. */
  values: Values;
  /** The same as records answer them, to be shown at once. */
  shown?: Values;
}

/** Changes a record: shown at once, given back when the server refuses. */
export function useChange(object: string, entry: Entry) {
  const queries = useQueryClient();
  return useMutation<Entry, Error, Change, { before: Entry; whole: boolean }>({
    mutationFn: ({ values }) => patch(object, entry, values),
    onMutate: async ({ shown }) => {
      await queries.cancelQueries({ queryKey: recordsKey(object) });
      const known = queries.getQueryData<Entry>(recordQuery(object, entry.id).queryKey);
      const [before, whole] = [known ?? entry, known !== undefined];
      if (shown) {
        remember(queries, object, { ...before, ...shown }, whole);
      }
      return { before, whole };
    },
    onSuccess: (after) => {
      remember(queries, object, after);
      void queries.invalidateQueries({ queryKey: recordsKey(object), refetchType: 'none' });
      void queries.invalidateQueries({ queryKey: [...recordsKey(object), 'timeline', entry.id] });
    },
    onError: (error, _, context) => {
      if (context) {
        remember(queries, object, context.before, context.whole);
      }
      if (isStale(error)) {
        void queries.invalidateQueries({ queryKey: recordQuery(object, entry.id).queryKey });
      }
    },
    // what was on its way for the first time was held up, and nobody else asks for it
    onSettled: () =>
      void queries.refetchQueries({
        queryKey: recordsKey(object),
        type: 'active',
        predicate: ({ state }) => state.status === 'pending' && state.fetchStatus === 'idle',
      }),
  });
}

/** The fields that say how far the record has come, as far as its metadata is known. */
const phasesOf = (queries: QueryClient, object: string): string[] =>
  knownFields(queries, object).flatMap((field) => (field.phase ? [field.name] : []));

/** Lets a verb act on a record; what a colleague changed meanwhile is no hindrance while the record stands where it stood. */
async function actAnyway(
  queries: QueryClient,
  object: string,
  entry: Entry,
  verb: string,
  input: Values = {},
): Promise<unknown> {
  try {
    return await act<unknown>(object, entry, verb, input);
  } catch (refused) {
    if (!isStale(refused)) {
      throw refused;
    }
    const theirs = await queries.query({ ...recordQuery(object, entry.id), staleTime: 0 });
    const settled = [...phasesOf(queries, object), ...Object.keys(input)];
    if (settled.some((name) => !same(entry[name], theirs[name]))) {
      throw refused;
    }
    return await act<unknown>(object, theirs, verb, input);
  }
}

/** Whether what a verb answered is the record on which it acted. */
const isRecord = (answer: unknown, { id }: Entry): answer is Entry =>
  typeof answer === 'object' &&
  answer !== null &&
  'id' in answer &&
  answer.id === id &&
  'version' in answer &&
  typeof answer.version === 'number';

/** Keeps the record that a verb answered, so that its news is not taken for a colleague's, and reads anew what else it may have moved. */
export async function acted(
  queries: QueryClient,
  object: string,
  entry: Entry,
  answer: unknown,
): Promise<void> {
  if (isRecord(answer, entry)) {
    remember(queries, object, answer);
  }
  await queries.invalidateQueries({ queryKey: ['records'] });
}

/** Lets a verb act on a record. */
export function useAct(object: string, entry: Entry) {
  const queries = useQueryClient();
  return useMutation<unknown, Error, { verb: string; input?: Values }>({
    mutationFn: ({ verb, input }) => actAnyway(queries, object, entry, verb, input),
    onSuccess: (answer) => acted(queries, object, entry, answer),
  });
}

/** What the server says of each field. */
export function problemsOf(error: unknown): Map<string, string> {
  const all = new Map<string, string>();
  if (error instanceof Problem) {
    error.errors.forEach(({ field, message }) => field && !all.has(field) && all.set(field, message));
  }
  return all;
}
