import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, api, type Schemas } from '@/lib/api';
import type { ObjectMeta } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { leaving, recordsKey, type Entry } from '@/lib/records';
import { viewing } from '@/lib/viewing';

/** An approval of a record with all that happened in it. */
export type Story = Schemas['ApprovalStory'];
export type Act = Schemas['ApprovalAct'];
export type Status = Story['status'];
/** A flow that the person may start for records of an object. */
export type Button = Schemas['FlowButton'];

export const APPROVAL = 'approval';
export const TASK = 'approval_task';

/** What somebody does who is asked, and what somebody does who submitted it. */
export type Deed = 'approve' | 'refuse' | 'send_back' | 'hand_on' | 'add_signer';
export type OwnDeed = 'withdraw' | 'resubmit' | 'urge';

/** What nobody keeps for oneself, and Hemai does not note by itself, can be approved. */
const never = new Set(['read_only', 'shape', 'unrecorded', 'internal']);

/** Whether processes and approvals can be about its records. */
export const approvable = ({ personal, traits }: ObjectMeta): boolean =>
  !personal && !traits.some((trait) => never.has(trait));

const storiesKey = (object: string, id: string) => [...recordsKey(APPROVAL), 'of', object, id] as const;

const storiesQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: storiesKey(object, id),
    queryFn: async ({ signal }) =>
      (await answered(api.GET('/api/v1/approvals', { params: { query: { object, record: id } }, signal })))
        .items,
  });

/** The approvals of the record, the newest first; what changes of it may be what is approved. Nobody reads them as somebody else. */
export function useStories(meta: ObjectMeta, { id, version }: Entry): UseQueryResult<Story[]> {
  const stories = useQuery({
    ...storiesQuery(meta.name, id),
    enabled: () => approvable(meta) && viewing.id() === undefined && !leaving.has(id),
  });
  const known = useRef(version);
  useEffect(() => {
    if (known.current !== version) {
      known.current = version;
      void queryClient.invalidateQueries({ queryKey: storiesKey(meta.name, id) });
    }
  }, [meta.name, id, version]);
  return stories;
}

const MINUTES = 60_000;

/** The flows that the person may start for records of the object; nobody does while seeing as somebody else. */
export function useButtons(meta: ObjectMeta): UseQueryResult<Button[]> {
  return useQuery({
    queryKey: ['flow_buttons', meta.name],
    staleTime: MINUTES,
    enabled: meta.can.update === true && approvable(meta) && viewing.id() === undefined,
    queryFn: async ({ signal }) =>
      (await answered(api.GET('/api/v1/flows/buttons', { params: { query: { object: meta.name } }, signal })))
        .items,
  });
}

/** Whether something is still to be done about it. */
export const isOpen = ({ status }: Pick<Story, 'status'>): boolean =>
  status === 'pending' || status === 'sent_back';

/** What is said with a decision. */
export type Said = Record<string, unknown>;

/** Reads anew what hangs on a decision: the approval, and the record, which a flow may change next. */
export const refreshed = () => queryClient.invalidateQueries({ queryKey: ['records'] });

const call = (object: string, id: string, verb: string, body: Said) =>
  answered(
    api.POST('/api/v1/records/{object}/{id}/{verb}', { params: { path: { object, id, verb } }, body }),
  );

/** Does something with the person's own part. */
export const decide = (task: string, deed: Deed, said: Said) => call(TASK, task, deed, said);

/** Does something with what the person submitted. */
export const doAsSubmitter = (approval: string, deed: OwnDeed, said: Said) =>
  call(APPROVAL, approval, deed, said);

/** Starts the flow for the record; false where it is not for it. */
export async function start(flow: string, record: string, approvers: string[]): Promise<boolean> {
  const body = { records: [record], ...(approvers.length > 0 && { approvers }) };
  const { begun } = await answered(
    api.POST('/api/v1/flows/{id}/runs', { params: { path: { id: flow } }, body }),
  );
  return begun > 0;
}

const PAUSE = 300;
const TRIES = 20;

/** Waits until the flow, which works by itself, has asked somebody; false where it has not after a while. */
export async function asked(object: string, id: string, before: Story[]): Promise<boolean> {
  for (let i = 0; i < TRIES; i++) {
    await new Promise((go) => setTimeout(go, PAUSE));
    const now = await queryClient.query({ ...storiesQuery(object, id), staleTime: 0 });
    if (now[0]?.id !== before[0]?.id) {
      return true;
    }
  }
  return false;
}

/** Begins what is to ask somebody, and waits until it has; false where it has not after a while. */
export async function askedBy(object: string, id: string, begin: () => Promise<unknown>): Promise<boolean> {
  const before = await queryClient.query({ ...storiesQuery(object, id), staleTime: 0 });
  await begin();
  return asked(object, id, before);
}
