import type { UseQueryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { recordsKey, type Entry } from '@/lib/records';
import { USUAL_LIMIT } from '@/records/path/age';
import type { Stages } from '@/records/brought';

/** A stage of a pipeline, as it is kept. */
interface Stage {
  pipeline: string;
  code: string;
  status: string;
  limit: number | null;
}

const MOST = 200;

/** As delivered, for those who may not read the stages. */
const DELIVERED: Stage[] = ['won', 'lost'].map((code) => ({
  pipeline: 'default',
  code,
  status: code,
  limit: null,
}));

/** What the stages of deals stand for; without any known, what those that are delivered do. */
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

const stageOf = (entry: Entry): Stage => ({
  pipeline: String(entry['pipeline.code']),
  code: String(entry.code),
  status: String(entry.status),
  limit: typeof entry.limit_days === 'number' ? entry.limit_days : null,
});

export const stagesQuery: UseQueryOptions<Entry[], Error, Stages> = {
  queryKey: [...recordsKey('stage'), 'limits'],
  staleTime: 300_000,
  queryFn: async ({ signal }) => {
    const { items } = (await answered(
      api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: 'stage' } },
        body: { fields: ['pipeline.code', 'code', 'status', 'limit_days'], limit: MOST },
        signal,
      }),
    )) as unknown as { items: Entry[] };
    return items;
  },
  select: (found) => stagesOf(found.map(stageOf)),
};

/** As long as the server has not said, or does not. */
export const usualStages = stagesOf();
