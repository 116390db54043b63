import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '@/lib/api';
import { say, type Field, type ObjectMeta, verbsOf, type Verb } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';

/** Deals by their stage: the server knows which stages end them, how long they may stay, and what a move asks. */
export const isDealBoard = (meta: ObjectMeta, by: Field): boolean =>
  meta.name === 'opportunity' && by.name === 'stage';

export interface Stage {
  pipeline: string;
  code: string;
  status: string;
  limit: number | null;
}

const MOST = 200;

export const stagesQuery = queryOptions({
  queryKey: [...recordsKey('stage'), 'limits'],
  staleTime: 300_000,
  queryFn: async ({ signal }): Promise<Stage[]> => {
    const { items } = (await answered(
      api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: 'stage' } },
        body: { fields: ['pipeline.code', 'code', 'status', 'limit_days'], limit: MOST },
        signal,
      }),
    )) as unknown as { items: Entry[] };
    return items.map((stage) => ({
      pipeline: String(stage['pipeline.code']),
      code: String(stage.code),
      status: String(stage.status),
      limit: typeof stage.limit_days === 'number' ? stage.limit_days : null,
    }));
  },
});

/** As delivered, for those who may not read the stages. */
const DELIVERED: Stage[] = ['won', 'lost'].map((code) => ({
  pipeline: 'default',
  code,
  status: code,
  limit: null,
}));
const USUAL_LIMIT = 7;

export interface Stages {
  closes: (code: string) => boolean;
  /** Whether records that come there come to nothing, so that it is no step of the way. */
  fails: (code: string) => boolean;
  /** After how many days in its stage a deal is slow. */
  limit: (card: Entry, code: string) => number;
  status: (code: string) => string | undefined;
  /** Whether the record can come there: other pipelines have other stages. */
  leads: (entry: Entry, code: string) => boolean;
}

/** Choices of the objects that come with Hemai at which records come to nothing; deals have that said by their stages. */
const FAILED: Partial<Record<string, string>> = {
  'lead.status': 'unqualified',
  'campaign.status': 'cancelled',
};

/** For fields that know no more than their choices. */
const plainly = (failed: string | undefined): Stages => ({
  closes: () => false,
  fails: (code) => code === failed,
  limit: () => USUAL_LIMIT,
  status: () => undefined,
  leads: () => true,
});

export function stagesOf(known?: Stage[]): Stages {
  const all = known ?? DELIVERED;
  const status = new Map(all.map((stage) => [stage.code, stage.status]));
  const limits = new Map(all.map((stage) => [`${stage.pipeline} ${stage.code}`, stage.limit]));
  const pipelines = new Set(all.map(({ pipeline }) => pipeline));
  return {
    leads: ({ pipeline }, code) =>
      known === undefined || !pipelines.has(String(pipeline)) || limits.has(`${String(pipeline)} ${code}`),
    status: (code) => status.get(code),
    fails: (code) => status.get(code) === 'lost',
    closes: (code) => (status.get(code) ?? 'open') !== 'open',
    limit: (card, code) => limits.get(`${String(card.pipeline)} ${code}`) ?? USUAL_LIMIT,
  };
}

/** The stages that the field stands for. */
export function useStages(meta: ObjectMeta, by: Field | undefined): Stages {
  const deals = by !== undefined && isDealBoard(meta, by);
  const { data } = useQuery({ ...stagesQuery, enabled: deals });
  const failed = FAILED[`${meta.name}.${by?.name ?? ''}`];
  return useMemo(() => (deals ? stagesOf(data) : plainly(failed)), [deals, data, failed]);
}

export const verbOf = (meta: ObjectMeta, name: string): Verb | undefined =>
  verbsOf(meta).find((verb) => verb.name === name);

/** What a deal must say to end that way, such as the reason of a loss. */
export const askedToClose = (meta: ObjectMeta, status: string | undefined): string[] =>
  (verbOf(meta, `close_${status}`)?.inputs ?? [])
    .filter((input) => input.required)
    .map((input) => say(input.label));
