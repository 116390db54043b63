import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from './api';
import { asBefore } from './sight';

export type Filter = Schemas['Filter'];
/** A link as records tell it. */
export type Link = { id: string; label?: string | null } | { hidden: true };
export interface Money {
  amount: string;
  currency: string;
}

/** A record as it is answered: its fields by name, those reached over links by their path. */
export interface Entry {
  id: string;
  version: number;
  [field: string]: unknown;
}

/** Which records, in which order, and what of them. */
export interface Wanted {
  filter?: Filter;
  sort?: string[];
  fields?: string[];
}

export interface Page {
  items: Entry[];
  next: string | null;
  count?: { value: number; exact: boolean };
}

/** Which page of a list, and behind which record it begins. */
interface Place {
  at: number;
  after: string | null;
}

const FIRST: Place = { at: 0, after: null };

const PAGE = 100;

async function page(
  object: string,
  wanted: Wanted,
  after: string | null,
  signal: AbortSignal,
): Promise<Page> {
  const body = {
    ...wanted,
    limit: PAGE,
    ...(after === null ? { count: 'estimate' as const } : { after }),
  };
  const call = api.POST('/api/v1/records/{object}/query', { params: { path: { object } }, body, signal });
  return await answered(call);
}

/** Everything that is kept of an object begins with its name, so that a change can refresh it all. */
export const recordsKey = (object: string) => ['records', object] as const;

export const listQuery = (object: string, wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: [...recordsKey(object), 'list', wanted],
    queryFn: ({ client, queryKey, pageParam: { at, after }, signal }) =>
      asBefore(client, queryKey, at, () => page(object, wanted, after, signal)),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }, _pages, { at }): Place | null =>
      next === null ? null : { at: at + 1, after: next },
  });

/** Records that the person is leaving because they go; to read them anew would only tell that they are gone. */
export const leaving = new Set<string>();

export const recordQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'one', id],
    enabled: () => !leaving.has(id),
    staleTime: 10_000,
    queryFn: async ({ signal }) =>
      (await answered(
        api.GET('/api/v1/records/{object}/{id}', { params: { path: { object, id } }, signal }),
      )) as unknown as Entry,
  });

const AT_ONCE = 200;
/** More are no tree or list that anybody looks through. */
const MOST = 5_000;

/** All records that match, page by page. */
export async function everyOf(object: string, wanted: Wanted, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = [];
  let after: string | null = null;
  do {
    const found: Page = await answered(
      api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: { ...wanted, limit: AT_ONCE, ...(after !== null && { after }) },
        signal,
      }),
    );
    entries.push(...found.items);
    after = found.next;
  } while (after !== null && entries.length < MOST);
  return entries;
}

/** Whether any record matches. */
export const anyQuery = (object: string, filter: Filter) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'any', filter],
    queryFn: async ({ signal }) => {
      const body = { filter, fields: ['id'], limit: 1 };
      const call = api.POST('/api/v1/records/{object}/query', { params: { path: { object } }, body, signal });
      return (await answered(call)).items.length > 0;
    },
  });

/** How many records match exactly; takes longer the more there are. */
export async function exactCount(object: string, filter: Filter | undefined): Promise<number> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { fields: ['id'], limit: 1, count: 'exact', ...(filter !== undefined && { filter }) },
  });
  return (await answered(call)).count?.value ?? 0;
}
