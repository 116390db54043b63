import { queryOptions, useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '@/lib/api';
import { act, create, patch, remove } from '@/lib/changes';
import type { Label, ObjectBrief } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { recordsKey, type Entry } from '@/lib/records';
import { sessionQuery } from '@/lib/session';
import { read, written, type Definition } from './model/tree';

const FLOW = 'flow';
const VERSION = 'flow_version';
const MOST = 200;

/** Who shapes objects draws flows of them. */
const ABILITY = 'meta';

export type Status = 'draft' | 'active' | 'paused' | 'stopped';
export type RunState = Schemas['FlowRun']['state'];
export type Run = Schemas['FlowRun'];
export type Taken = Schemas['FlowStep'];
export type Outlook = Awaited<ReturnType<typeof tryOut>>;

/** What a trigger or a step is, and the form that asks for it. */
export interface Kind {
  name: string;
  label: Label;
  help: Label;
  branches: boolean;
  /** Whether it asks people to approve. */
  asks?: boolean;
  /** Whether it does its one way for each of several records. */
  loops?: boolean;
  inputs: Schemas['VerbInput'][];
}

export interface Kinds {
  triggers: Kind[];
  steps: Kind[];
}

/** A flow as the company keeps it. */
export interface Flow extends Entry {
  name: string;
  object: string;
  description: string | null;
  status: Status;
  definition: unknown;
  updated_at: string;
  /** The process that drew it, and by which alone it changes; none for those that people draw. */
  origin: string | null;
  /** The number of the published version, and what it says. */
  'published.number': number | null;
  'published.definition': unknown;
}

const FIELDS = [
  ...['name', 'object', 'description', 'status', 'definition', 'updated_at', 'origin'],
  ...['published.number', 'published.definition'],
];

async function flows(filter: Schemas['Filter'] | undefined, signal: AbortSignal): Promise<Flow[]> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object: FLOW } },
    body: { fields: FIELDS, sort: ['-updated_at'], limit: MOST, ...(filter && { filter }) },
    signal,
  });
  return ((await answered(call)) as unknown as { items: Flow[] }).items;
}

export const flowsQuery = queryOptions({
  queryKey: [...recordsKey(FLOW), 'every'],
  queryFn: ({ signal }) => flows(undefined, signal),
});

/** The flow; null when there is none of that name for this person. */
export const flowQuery = (id: string) =>
  queryOptions({
    queryKey: [...recordsKey(FLOW), 'drawn', id],
    queryFn: async ({ signal }) => (await flows({ field: 'id', op: 'eq', value: id }, signal))[0] ?? null,
  });

const MINUTES = 60_000;

export const kindsQuery = (object: string) =>
  queryOptions({
    queryKey: ['flow_kinds', object],
    staleTime: 5 * MINUTES,
    queryFn: async () =>
      (await answered(api.GET('/api/v1/flows/kinds', { params: { query: { object } } }))) as unknown as Kinds,
  });

/** The definition by which runs of the version go. */
export const versionQuery = (id: string) =>
  queryOptions({
    queryKey: [...recordsKey(VERSION), 'drawn', id],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: VERSION } },
        body: {
          filter: { field: 'id', op: 'eq', value: id },
          fields: ['number', 'definition'],
          limit: 1,
        },
        signal,
      });
      const { items } = (await answered(call)) as unknown as { items: Entry[] };
      const [found] = items;
      return found ? { number: Number(found.number), definition: read(found.definition) } : null;
    },
  });

/** Whether the person may draw flows; nobody does while seeing as somebody else. */
export function useMayDraw(): boolean {
  const { data: session } = useQuery(sessionQuery);
  return session?.viewing ? false : session?.admin.includes(ABILITY) === true;
}

const notFor = new Set(['read_only', 'shape', 'unrecorded', 'internal']);

/** Whether flows may be about the object. */
export const forFlows = (object: ObjectBrief): boolean =>
  !object.personal && !object.traits.some((trait) => notFor.has(trait));

const refresh = () => queryClient.invalidateQueries({ queryKey: recordsKey(FLOW) });

async function then<T>(work: Promise<T>): Promise<T> {
  const answer = await work;
  await refresh();
  return answer;
}

export interface Drawn {
  name: string;
  definition: Definition;
}

export const draw = (object: string, { name, definition }: Drawn): Promise<Entry> =>
  then(create(FLOW, { name, object, definition: written(definition) }));

export const redraw = (flow: Flow, { name, definition }: Drawn): Promise<Entry> =>
  then(patch(FLOW, flow, { name, definition: written(definition) }));

export const doTo = (flow: Entry, verb: 'publish' | 'pause' | 'stop'): Promise<Entry> =>
  then(act(FLOW, flow, verb));

export const removeFlow = (flow: Flow): Promise<void> => then(remove(FLOW, flow));

/** The flow as it is now, for what is to act on it. */
export const latest = (id: string): Promise<Flow | null> =>
  queryClient.query({ ...flowQuery(id), staleTime: 0 });

/** What would become of the record, by the flow as it is kept. */
export const tryOut = (id: string, record: string) =>
  answered(api.POST('/api/v1/flows/{id}/trial', { params: { path: { id } }, body: { record } }));

const runsKey = (flow: string) => ['flow_runs', flow] as const;

/** Which runs: those in a state, or those that a loop of another one began. */
interface Asked {
  state?: RunState | undefined;
  parent?: string;
  after: string | null;
}

export const runsPage = (flow: string, { state, parent, after }: Asked, signal: AbortSignal) =>
  answered(
    api.GET('/api/v1/flows/{id}/runs', {
      params: {
        path: { id: flow },
        query: {
          ...(state && { state }),
          ...(parent !== undefined && { parent }),
          ...(after !== null && { after }),
        },
      },
      signal,
    }),
  );

export const runsKeyOf = (flow: string, state: RunState | undefined) =>
  [...runsKey(flow), 'list', state ?? 'all'] as const;

export const partsKey = (flow: string, run: string) => [...runsKey(flow), 'parts', run] as const;

export const runQuery = (flow: string, run: string) =>
  queryOptions({
    queryKey: [...runsKey(flow), 'one', run],
    queryFn: ({ signal }) =>
      answered(api.GET('/api/v1/flows/{id}/runs/{run}', { params: { path: { id: flow, run } }, signal })),
  });

/** Has failed runs take their step once more; answers how many. */
export async function replay(flow: string, ids: string[]): Promise<number> {
  const { taken } = await answered(
    api.POST('/api/v1/flows/{id}/runs/replay', { params: { path: { id: flow } }, body: { ids } }),
  );
  await queryClient.invalidateQueries({ queryKey: runsKey(flow) });
  await queryClient.invalidateQueries({ queryKey: countsQuery.queryKey });
  return taken;
}

/** What became of taking back what a run did. */
export type Undone = Awaited<ReturnType<typeof undoRun>>;

/** Takes back what the run changed and made, where nobody changed it since. */
export async function undoRun(flow: string, run: string) {
  const undone = await answered(
    api.POST('/api/v1/flows/{id}/runs/{run}/undo', { params: { path: { id: flow, run } } }),
  );
  await queryClient.invalidateQueries({ queryKey: runsKey(flow) });
  await queryClient.invalidateQueries({ queryKey: ['records'] });
  return undone;
}

/** When the flow would have been set off. */
export type BackTested = Awaited<ReturnType<typeof backTest>>;

/** What would have set the flow off in so many days, by the flow as it is kept. */
export const backTest = (id: string, days: number) =>
  answered(api.POST('/api/v1/flows/{id}/backtest', { params: { path: { id } }, body: { days } }));

const AT_MOST = 100;

/** How many runs of the flow are in a state, as far as anybody would count. */
export const runCountQuery = (flow: string, state: RunState) =>
  queryOptions({
    queryKey: [...runsKey(flow), 'count', state],
    queryFn: async ({ signal }) => {
      const call = api.GET('/api/v1/flows/{id}/runs', {
        params: { path: { id: flow }, query: { state, limit: AT_MOST } },
        signal,
      });
      return (await answered(call)).items.length;
    },
  });

export const countsQuery = queryOptions({
  queryKey: ['flow_counts'],
  queryFn: async ({ signal }) =>
    new Map(
      (await answered(api.GET('/api/v1/flows/counts', { signal }))).items.map((each) => [each.flow, each]),
    ),
});
