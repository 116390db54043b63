import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { act } from '@/lib/changes';
import type { ObjectBrief } from '@/lib/meta';
import { recordsKey, type Entry, type Filter, type Link, type Page, type Wanted } from '@/lib/records';
import type { About } from '@/records/useNames';

const MENTION = 'mention';
const NEWS = 'notification';
const FOLLOW = 'follow';
const PAGE = 20;
const MOST_FOLLOWED = 100;
const MOST_CHANGES = 20;

async function query(object: string, body: Wanted & { limit: number; after?: string }, signal: AbortSignal) {
  const call = api.POST('/api/v1/records/{object}/query', { params: { path: { object } }, body, signal });
  return (await answered(call)) as unknown as Page;
}

const mine: Filter = { field: 'owner', op: 'eq', value: '$me' };

/** Where colleagues named the person, the newest first. */
export const mentionsQuery = infiniteQueryOptions({
  queryKey: [...recordsKey(MENTION), 'mine'],
  queryFn: ({ pageParam, signal }) =>
    query(
      MENTION,
      {
        filter: mine,
        sort: ['-created_at'],
        fields: ['name', 'about', 'by', 'created_at', 'seen_at', 'comment.body', 'activity.body'],
        limit: PAGE,
        ...(pageParam !== null && { after: pageParam }),
      },
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

/** What the person was told, the latest first. */
export const newsQuery = infiniteQueryOptions({
  queryKey: [...recordsKey(NEWS), 'mine'],
  queryFn: ({ pageParam, signal }) =>
    query(
      NEWS,
      {
        filter: mine,
        sort: ['-told_at'],
        fields: ['name', 'body', 'kind', 'about', 'by', 'count', 'told_at', 'seen_at'],
        limit: PAGE,
        ...(pageParam !== null && { after: pageParam }),
      },
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
});

export const newsKey = recordsKey(NEWS);

/** Says of something that was told that the person has seen it, or has not. */
export const markNews = (entry: Entry, verb: 'see' | 'unsee'): Promise<Entry> => act(NEWS, entry, verb);

/** Says that the person has seen everything. */
export async function seeAllNews(): Promise<void> {
  await answered(api.POST('/api/v1/notifications/see_all', {}));
}

/** Says of mentions that they were seen, or that they were not. */
export async function mark(entries: Entry[], verb: 'see' | 'unsee'): Promise<Entry[]> {
  const after: Entry[] = [];
  for (const entry of entries) {
    after.push(await act(MENTION, entry, verb));
  }
  return after;
}

export const mentionsKey = recordsKey(MENTION);

/** The records that the person follows, object by object. */
export const followedQuery = queryOptions({
  queryKey: [...recordsKey(FOLLOW), 'mine'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Map<string, string[]>> => {
    const { items } = await query(FOLLOW, { sort: ['-created_at'], limit: MOST_FOLLOWED }, signal);
    const all = new Map<string, string[]>();
    for (const { record } of items as (Entry & { record: About })[]) {
      all.set(record.object, [...(all.get(record.object) ?? []), record.id]);
    }
    return all;
  },
});

/** A record that a colleague changed. */
export interface Changed {
  object: string;
  id: string;
  label: string;
  at: string;
  by: Link | null;
}

/** Those of the records that somebody else changed, the latest first. */
export const changedQuery = (object: ObjectBrief, ids: string[]) =>
  queryOptions({
    queryKey: [...recordsKey(object.name), 'changed', ids],
    queryFn: async ({ signal }): Promise<Changed[]> => {
      const field = object.name_field;
      const filter: Filter = {
        and: [
          { field: 'id', op: 'in', value: ids },
          { field: 'updated_by', op: 'ne', value: '$me' },
        ],
      };
      const fields = [field, 'created_at', 'updated_at', 'updated_by'];
      const { items } = await query(
        object.name,
        { filter, fields, sort: ['-updated_at'], limit: MOST_CHANGES },
        signal,
      );
      const since = items.filter((entry) => entry.updated_at !== entry.created_at);
      return since.map((entry) => ({
        object: object.name,
        id: entry.id,
        label: typeof entry[field] === 'string' ? entry[field] : '',
        at: String(entry.updated_at),
        by: (entry.updated_by ?? null) as Link | null,
      }));
    },
  });

/** What became of the record last. */
export const lastChangeQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'history', id, 'last'],
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (
        await answered(
          api.GET('/api/v1/records/{object}/{id}/history', {
            params: { path: { object, id }, query: { limit: 1 } },
            signal,
          }),
        )
      ).items.at(0) ?? null,
  });
