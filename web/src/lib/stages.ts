import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './api';
import { recordsKey, type Entry } from './records';

/** A stage of a pipeline, as it is kept. */
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

/** What the values of a field stand for, in which records come on. */
export interface Stages {
  closes: (code: string) => boolean;
  /** Whether records that come there come to nothing, so that it is no step of the way. */
  fails: (code: string) => boolean;
  /** After how many days in its stage a record is slow. */
  limit: (card: Entry, code: string) => number;
  status: (code: string) => string | undefined;
  /** Whether the record can come there: other pipelines have other stages. */
  leads: (entry: Entry, code: string) => boolean;
}

/** Of a field that knows no more than its choices, and perhaps at which of them records come to nothing. */
export const noStages = (failed?: string): Stages => ({
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
