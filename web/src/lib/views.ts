import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './api';
import { recordsKey, type Entry } from './records';

/** A view as it is kept. */
export interface SavedView extends Entry {
  name: string;
  kind: 'table' | 'board' | 'calendar';
  owner: { id: string; label?: string | null } | { hidden: true } | null;
  /** Roles that it is meant for; then it belongs to nobody. */
  audience: string[] | null;
  is_default: boolean | null;
  position: number | null;
  /** How many fields that it names are left out, since the person may not see them; such a view is shown and nothing else. */
  withheld?: number;
}

export const VIEW = 'view';
const MOST = 200;

const FIELDS = [
  'name',
  'kind',
  'filter',
  'columns',
  'sort',
  'settings',
  'owner',
  'audience',
  'is_default',
  'position',
];

async function whole(object: string, signal: AbortSignal): Promise<SavedView[]> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object: VIEW } },
    body: {
      filter: { field: 'object', op: 'eq', value: object },
      sort: ['position', 'created_at'],
      fields: FIELDS,
      limit: MOST,
    },
    signal,
  });
  return ((await answered(call)) as unknown as { items: SavedView[] }).items;
}

async function inPart(object: string, signal: AbortSignal): Promise<SavedView[]> {
  const { items } = await answered(
    api.GET('/api/v1/views/in_part', { params: { query: { object } }, signal }),
  );
  return items.map((view) => ({ ...view, owner: null }));
}

/** The saved views of an object that the person sees, and those that others share as far as the person may see what they name. */
export const viewsQuery = (object: string) =>
  queryOptions({
    queryKey: [...recordsKey(VIEW), 'of', object],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<SavedView[]> =>
      (await Promise.all([whole(object, signal), inPart(object, signal)])).flat(),
  });

/** Roles that a view can be meant for, with what they are called; for those who may read roles. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  staleTime: 300_000,
  queryFn: async () => (await answered(api.GET('/api/v1/roles'))).items,
});
