import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { say, verbsOf, type Field, type ObjectMeta, type Verb } from '@/lib/meta';
import { ownOf, type OwnPath, type Stages } from '../brought';
import { USUAL_LIMIT } from './age';

export const ownPath = (meta: ObjectMeta, by: Field): OwnPath | undefined =>
  ownOf(meta.name).paths?.[by.name];

/** Of a field that knows no more than its choices, and perhaps at which of them records come to nothing. */
export const noStages = (failed?: string): Stages => ({
  closes: () => false,
  fails: (code) => code === failed,
  limit: () => USUAL_LIMIT,
  status: () => undefined,
  leads: () => true,
});

const unasked: OwnPath['stages']['query'] = { queryKey: ['stages'], queryFn: skipToken };

/** The stages that the field stands for. */
export function useStages(meta: ObjectMeta | undefined, by: Field | undefined): Stages {
  const own = meta && by && ownPath(meta, by)?.stages;
  const { data } = useQuery(own?.query ?? unasked);
  const failed = meta && by && ownOf(meta.name).failures?.[by.name];
  return useMemo(() => (own ? (data ?? own.usual) : noStages(failed)), [own, data, failed]);
}

export const verbOf = (meta: ObjectMeta, name: string): Verb | undefined =>
  verbsOf(meta).find((verb) => verb.name === name);

/** What a record must say to end that way, such as the reason of a loss. */
export const askedToClose = (meta: ObjectMeta, by: Field, status: string | undefined): string[] =>
  (status === undefined ? [] : (verbOf(meta, ownPath(meta, by)?.verbs.close[status] ?? '')?.inputs ?? []))
    .filter((input) => input.required)
    .map((input) => say(input.label));
