import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from './api';
import { recordsKey } from './records';

/** A deletion that can be taken back. */
export type Binned = Schemas['BinItem'];

interface Wanted {
  objects?: string[];
  record?: string;
  after?: string;
  limit: number;
}

const read = (query: Wanted, signal: AbortSignal) =>
  answered(
    api.GET('/api/v1/bin', {
      params: { query },
      querySerializer: { array: { style: 'form', explode: false } },
      signal,
    }),
  );

const key = recordsKey('bin');
/** Read anew whenever somebody comes to look, as deleting is done elsewhere. */
const staleTime = 0;
const PAGE = 50;

/** What was deleted of these objects, the latest first. */
export const binQuery = (objects: string[]) =>
  infiniteQueryOptions({
    queryKey: [...key, 'of', objects],
    staleTime,
    queryFn: ({ pageParam, signal }) =>
      read({ objects, limit: PAGE, ...(pageParam !== null && { after: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** The deletion of the record, if there was one that the person may take back. */
export const deletionQuery = (object: string, record: string) =>
  queryOptions({
    queryKey: [...key, object, record],
    staleTime,
    queryFn: async ({ signal }) =>
      (await read({ objects: [object], record, limit: 1 }, signal)).items[0] ?? null,
  });
