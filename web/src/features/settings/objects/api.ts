import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';
import type { Label } from '@/lib/meta';
import { queryClient } from '@/lib/query';

/** What was deleted and can be brought back. */
export interface Deleted {
  name: string;
  label: Label;
  deleted_at: string;
  purge_at: string;
}

type Body = Record<string, unknown>;

/** The objects that can be brought back. */
export const deletedObjectsQuery = queryOptions({
  queryKey: ['meta', ' deleted'],
  queryFn: async () =>
    ((await answered(api.GET('/api/v1/meta/objects'))).deleted ?? []) as unknown as Deleted[],
});

/** Menus, lists and forms show what an object is from now on. */
async function shaped<T>(call: Promise<T>): Promise<T> {
  const answer = await call;
  await queryClient.invalidateQueries({ queryKey: ['meta'] });
  return answer;
}

export const addObject = (body: Body) =>
  shaped(answered(api.POST('/api/v1/meta/objects', { body: body as Schemas['NewObject'] })));

export const changeObject = (object: string, body: Body) =>
  shaped(answered(api.PATCH('/api/v1/meta/objects/{object}', { params: { path: { object } }, body })));

export const deleteObject = (object: string) =>
  shaped(answered(api.DELETE('/api/v1/meta/objects/{object}', { params: { path: { object } } })));

export const restoreObject = (object: string) =>
  shaped(answered(api.POST('/api/v1/meta/objects/{object}/restore', { params: { path: { object } } })));

export const addField = (object: string, body: Body) =>
  shaped(
    answered(
      api.POST('/api/v1/meta/objects/{object}/fields', {
        params: { path: { object } },
        body: body as Schemas['NewField'],
      }),
    ),
  );

export const changeField = (object: string, field: string, body: Body) =>
  shaped(
    answered(
      api.PATCH('/api/v1/meta/objects/{object}/fields/{field}', {
        params: { path: { object, field } },
        body,
      }),
    ),
  );

export const deleteField = (object: string, field: string) =>
  shaped(
    answered(
      api.DELETE('/api/v1/meta/objects/{object}/fields/{field}', { params: { path: { object, field } } }),
    ),
  );

export const restoreField = (object: string, field: string) =>
  shaped(
    answered(
      api.POST('/api/v1/meta/objects/{object}/fields/{field}/restore', {
        params: { path: { object, field } },
      }),
    ),
  );
