import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api } from './api';
import { create, remove } from './changes';
import { useObjects } from './meta';
import { queryClient } from './query';
import { recordsKey, type Entry, type Filter } from './records';
import { viewing } from './viewing';

/** A record that somebody keeps at hand, and what it is called. */
export interface Kept extends Entry {
  record: { object: string; id: string };
  label: string;
}

async function read(object: string, sort: string[], limit: number, signal: AbortSignal, filter?: Filter) {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { sort, limit, ...(filter && { filter }) },
    signal,
  });
  return ((await answered(call)) as unknown as { items: Entry[] }).items;
}

const FAVOURITE = 'favourite';
const RECENT = 'recent';
const MOST_FAVOURITES = 100;
const SOME_RECENT = 12;

/** Where a kept record is found, as it is called now. */
export interface AtHand {
  /** Of the favourite or the opening. */
  id: string;
  version: number;
  object: string;
  record: string;
  label: string;
  /** The object whose list a saved view shows. */
  of?: string;
}

/** Where it is opened: a view as the list of its object. */
export const addressOf = ({ object, record, of }: AtHand): string =>
  of === undefined ? `/${object}/${record}` : `/${of}?view=${record}`;

/** Views are called as they are now and know their object; those that are gone are left out. */
async function withViews(kept: Kept[], signal: AbortSignal): Promise<AtHand[]> {
  const ids = kept.flatMap(({ record }) => (record.object === 'view' ? [record.id] : []));
  const views =
    ids.length === 0
      ? []
      : await read('view', ['name'], ids.length, signal, { field: 'id', op: 'in', value: ids });
  const byId = new Map(views.map((view) => [view.id, view]));
  return kept.flatMap(({ id, version, record, label }) => {
    const view = byId.get(record.id);
    const at = { id, version, object: record.object, record: record.id, label };
    return record.object !== 'view'
      ? [at]
      : view
        ? [{ ...at, label: String(view.name), of: String(view.object) }]
        : [];
  });
}

/** What the person keeps at hand, in the order chosen. */
export const favouritesQuery = queryOptions({
  queryKey: [...recordsKey(FAVOURITE), 'mine'],
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    withViews((await read(FAVOURITE, ['position', 'created_at'], MOST_FAVOURITES, signal)) as Kept[], signal),
});

/** Opened once and not there any more for the person, by their ids. */
const lost = new Set<string>();

/** What the person opened last. */
export const recentQuery = queryOptions({
  queryKey: [...recordsKey(RECENT), 'mine'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<AtHand[]> =>
    ((await read(RECENT, ['-opened_at'], SOME_RECENT, signal)) as Kept[])
      .filter(({ record }) => !lost.has(record.id))
      .map((each) => ({
        id: each.id,
        version: each.version,
        object: each.record.object,
        record: each.record.id,
        label: each.label,
      })),
});

/** What lies on the person's desk; who has no role yet keeps nothing, and is not asked about. */
export function useDesk(): { favourites: AtHand[]; recent: AtHand[] } {
  const objects = useObjects();
  const keeps = (name: string) => objects.some((object) => object.name === name && object.can.read === true);
  const { data: favourites = [] } = useQuery({ ...favouritesQuery, enabled: keeps(FAVOURITE) });
  const { data: recent = [] } = useQuery({ ...recentQuery, enabled: keeps(RECENT) });
  return { favourites, recent };
}

const refreshed = (object: string) => queryClient.invalidateQueries({ queryKey: recordsKey(object) });

/** Notes that the person opened the record; not what somebody else looks at in their place. */
export async function noteOpened(object: string, id: string): Promise<void> {
  lost.delete(id);
  if (viewing.id() !== undefined) {
    return;
  }
  await answered(
    api.POST('/api/v1/records/{object}/{id}/{verb}', {
      params: { path: { object, id, verb: 'open' } },
      body: {},
    }),
  );
  await refreshed(RECENT);
}

/** Leaves out of what was opened last what is not there any more. */
export function noteLost(id: string): void {
  lost.add(id);
  queryClient.setQueryData(recentQuery.queryKey, (before) => before?.filter(({ record }) => record !== id));
}

export async function keepAtHand(object: string, id: string): Promise<void> {
  await create(FAVOURITE, { record: { object, id } });
  await refreshed(FAVOURITE);
}

export async function letGo(kept: AtHand): Promise<void> {
  await remove(FAVOURITE, { id: kept.id, version: kept.version });
  await refreshed(FAVOURITE);
}

const FOLLOW = 'follow';

/** Whether the person follows the record. */
export const followingQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: [...recordsKey(FOLLOW), 'of', object, id],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<boolean> =>
      (await read(FOLLOW, ['-created_at'], 1, signal, { field: 'record', op: 'eq', value: id })).length > 0,
  });

export async function setFollowing(object: string, id: string, follow: boolean): Promise<void> {
  await answered(
    api.POST('/api/v1/records/{object}/{id}/{verb}', {
      params: { path: { object, id, verb: follow ? 'follow' : 'unfollow' } },
      body: {},
    }),
  );
  queryClient.setQueryData(followingQuery(object, id).queryKey, follow);
}
