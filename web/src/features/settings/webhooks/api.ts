import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { everyOf, recordsKey, type Entry } from '@/lib/records';

export const WEBHOOK = 'webhook';

/** Where flows send messages for other systems. */
export interface Webhook extends Entry {
  name: string;
  url: string;
  active: boolean;
  description: string | null;
  /** Since when it answers badly; none while it answers well. */
  failing_since: string | null;
}

export const webhooksQuery = queryOptions({
  queryKey: [...recordsKey(WEBHOOK), 'settings'],
  queryFn: async ({ signal }) => {
    const fields = ['name', 'url', 'active', 'description', 'failing_since'];
    return (await everyOf(WEBHOOK, { fields, sort: ['name'] }, signal)) as Webhook[];
  },
});

/** The key by which its messages are signed; never kept. */
export const secretOf = async (id: string): Promise<string> =>
  (await answered(api.GET('/api/v1/webhooks/{id}/secret', { params: { path: { id } } }))).secret;

export type State = 'waiting' | 'delivered' | 'failed';

/** A message, and what became of it. */
export type Call = Awaited<ReturnType<typeof callsOf>>['items'][number];

const callsOf = (id: string, state: State | undefined, after: string | null, signal: AbortSignal) =>
  answered(
    api.GET('/api/v1/webhooks/{id}/calls', {
      params: { path: { id }, query: { ...(state && { state }), ...(after !== null && { after }) } },
      signal,
    }),
  );

const SOON = 2_000;
const LATER = 10_000;

/** Whether nothing came of it yet: it is on its way, or about to be. */
export const isUntold = ({ status, answer }: Pick<Call, 'status' | 'answer'>): boolean =>
  status === null && answer === null;

/** How long until the messages are worth another look: not at all once none of them waits. */
export function pulse(
  calls: Pick<Call, 'state' | 'due_at' | 'status' | 'answer'>[],
  now = Date.now(),
): number | false {
  const waiting = calls.filter(({ state }) => state === 'waiting');
  const soon = waiting.some(
    (call) => isUntold(call) || call.due_at === null || Date.parse(call.due_at) < now + LATER,
  );
  return waiting.length === 0 ? false : soon ? SOON : LATER;
}

export const callsKey = (id: string) => ['webhook_calls', id] as const;

/** Its messages, the newest first. */
export const callsQuery = (id: string, state: State | undefined, active: boolean) =>
  infiniteQueryOptions({
    queryKey: [...callsKey(id), 'list', state ?? 'all'],
    queryFn: ({ pageParam, signal }) => callsOf(id, state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) =>
      active && pulse(data?.pages.flatMap(({ items }) => items) ?? []),
  });

/** A message with what it says. */
export const callQuery = (id: string, call: string) =>
  queryOptions({
    queryKey: [...callsKey(id), 'one', call],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/webhooks/{id}/calls/{call}', { params: { path: { id, call } }, signal })),
    refetchInterval: ({ state: { data } }) => (data ? pulse([data]) : false),
  });

/** Sends all that failed once more; answers how many. */
export const sendFailedAgain = async (id: string): Promise<number> =>
  (await answered(api.POST('/api/v1/webhooks/{id}/calls/send_again', { params: { path: { id } } }))).sent;

export const sendAgain = (id: string, call: string) =>
  answered(api.POST('/api/v1/webhooks/{id}/calls/{call}/send_again', { params: { path: { id, call } } }));
