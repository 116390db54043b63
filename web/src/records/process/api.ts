import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';
import type { ObjectMeta } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { leaving, recordsKey, type Entry } from '@/lib/records';
import { viewing } from '@/lib/viewing';
import { approvable } from '../approval/api';

/** Where a record stands in a process that it goes by. */
export type Standing = Schemas['ProcessAt'];
/** Where a record can go from where it stands, and what that takes. */
export type Move = Schemas['ProcessMove'];
/** Something that is to be done before a record moves on, and who says that it is. */
export type Check = Move['checklist'][number];
/** What stands in the way of a move now, in the words of the person. */
export type Obstacle = Move['problems'][number];

const keyOf = (object: string, id: string) => [...recordsKey('process'), 'at', object, id] as const;

/**
 * By which processes the record goes, and where it stands in them; what changes of it may let it go on. Who looks through somebody
 * else's eyes moves nothing, and is not told.
 */
export const standingsQuery = (object: string, { id, version }: Entry) =>
  queryOptions({
    queryKey: [...keyOf(object, id), version],
    enabled: () => viewing.id() === undefined && !leaving.has(id),
    queryFn: async ({ signal }) =>
      (await answered(api.GET('/api/v1/processes/at', { params: { query: { object, record: id } }, signal })))
        .items,
    placeholderData: (before, query) => (query?.queryKey[4] === id ? before : undefined),
  });

export const useStandings = (meta: ObjectMeta, entry: Entry): UseQueryResult<Standing[]> =>
  useQuery({ ...standingsQuery(meta.name, entry), ...(!approvable(meta) && { enabled: false }) });

const put = (object: string, id: string, now: Standing) =>
  queryClient.setQueriesData<Standing[]>({ queryKey: keyOf(object, id) }, (all) =>
    all?.map((each) => (each.process === now.process ? now : each)),
  );

/** Says that something is done, or is not. */
export async function check(
  object: string,
  record: string,
  standing: Standing,
  { key }: Check,
  done: boolean,
): Promise<void> {
  const body = { process: standing.process, record, key, done };
  put(object, record, await answered(api.POST('/api/v1/processes/checks', { body })));
}

/** Whom somebody asks to approve a move, if they choose. */
export interface Submission {
  process: string;
  approvers: string[];
}

/** Asks for the approval of a move; once it is given, the record moves by itself. */
export const submit = (record: string, to: string, { process, approvers }: Submission) =>
  answered(
    api.POST('/api/v1/processes/moves', {
      body: { process, record, to, ...(approvers.length > 0 && { approvers }) },
    }),
  );
