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
}

export const VIEW = 'view';
const MOST = 200;

/** The saved views of an object that the person sees. */
export const viewsQuery = (object: string) =>
  queryOptions({
    queryKey: [...recordsKey(VIEW), 'of', object],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<SavedView[]> => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: VIEW } },
        body: {
          filter: { field: 'object', op: 'eq', value: object },
          sort: ['position', 'created_at'],
          fields: [
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
          ],
          limit: MOST,
        },
        signal,
      });
      return ((await answered(call)) as unknown as { items: SavedView[] }).items;
    },
  });

/** Roles that a view can be meant for, with what they are called; for those who may read roles. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  staleTime: 300_000,
  queryFn: async () => (await answered(api.GET('/api/v1/roles'))).items,
});
