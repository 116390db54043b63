import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';
import { act, create, patch, remove } from '@/lib/changes';
import { isWritable } from '@/records/path/move';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { recordsKey, type Entry } from '@/lib/records';
import { writtenProcess, type Process } from './model';

const PROCESS = 'process';
const MOST = 200;

/** A process as the company keeps it. */
export interface Kept extends Entry {
  name: string;
  object: string;
  field: string;
  description: string | null;
  status: 'draft' | 'active' | 'paused';
  definition: unknown;
  /** What holds now; none before it was published. */
  live: unknown;
  updated_at: string;
}

const FIELDS = ['name', 'object', 'field', 'description', 'status', 'definition', 'live', 'updated_at'];

async function processes(filter: Schemas['Filter'] | undefined, signal: AbortSignal): Promise<Kept[]> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object: PROCESS } },
    body: { fields: FIELDS, sort: ['-updated_at'], limit: MOST, ...(filter && { filter }) },
    signal,
  });
  return ((await answered(call)) as unknown as { items: Kept[] }).items;
}

export const processesQuery = queryOptions({
  queryKey: [...recordsKey(PROCESS), 'every'],
  queryFn: ({ signal }) => processes(undefined, signal),
});

/** The process; null when there is none of that name for this person. */
export const processQuery = (id: string) =>
  queryOptions({
    queryKey: [...recordsKey(PROCESS), 'drawn', id],
    queryFn: async ({ signal }) => (await processes({ field: 'id', op: 'eq', value: id }, signal))[0] ?? null,
  });

/** The fields of which it can be said how records move through them. */
export const guidable = (meta: ObjectMeta): Field[] =>
  fieldsOf(meta).filter(
    (field) => field.type === 'choice' && isWritable(field) && (field.choices?.length ?? 0) > 1,
  );

async function then<T>(work: Promise<T>): Promise<T> {
  const answer = await work;
  await queryClient.invalidateQueries({ queryKey: recordsKey(PROCESS) });
  return answer;
}

export interface Drawn {
  name: string;
  definition: Process;
}

export const drawProcess = (object: string, field: string, { name, definition }: Drawn): Promise<Entry> =>
  then(create(PROCESS, { name, object, field, definition: writtenProcess(definition) }));

export const redrawProcess = (kept: Kept, { name, definition }: Drawn): Promise<Entry> =>
  then(patch(PROCESS, kept, { name, definition: writtenProcess(definition) }));

export const doToProcess = (kept: Entry, verb: 'publish' | 'pause'): Promise<Entry> =>
  then(act(PROCESS, kept, verb));

export const removeProcess = (kept: Kept): Promise<void> => then(remove(PROCESS, kept));

/** The process as it is now, for what is to act on it. */
export const latestProcess = (id: string): Promise<Kept | null> =>
  queryClient.query({ ...processQuery(id), staleTime: 0 });
