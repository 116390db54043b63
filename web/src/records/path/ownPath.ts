import { skipToken, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Entry } from '@/lib/records';
import { say, verbsOf, type Field, type ObjectMeta, type Verb } from '@/lib/meta';
import { noStages, type Stages } from './stages';

/** How records of an object come on in stages: of each the server knows whether it ends them and how long they may stay. */
export interface OwnPath {
  /** The verbs by which they do, those that end them by how, and by what the server says that only the second helps. */
  verbs: { move: string; reopen: string; close: Record<string, string> };
  ended: string;
  /** Fields that say since when a record stands where it stands, how far it came, when and why it ended; and others that are read along. */
  fields: { since: string; furthest: string; closed: string; reason: string; also: string[] };
  /** What the stages stand for as the server knows it, and as long as it does not say. */
  stages: { query: UseQueryOptions<Entry[], Error, Stages>; usual: Stages };
  /** The field that says how much a record is about, which nobody has to be told; and that by how likely it is. */
  sum: string;
  weighted: string;
  /** Fields that should say something once a record has ended so, by how: they are asked for, and may stay empty. */
  wished: Record<string, string[]>;
}

const paths = new Map<string, OwnPath>();

/** Fields in which coming on is more than another value bring along how it is done; `features` says which. */
export function bringPath(object: string, field: string, path: OwnPath): void {
  paths.set(`${object}/${field}`, path);
}

const failures = new Map<string, string>();

/** The choice at which records come to nothing, of fields that know no more than their choices; `features` says which. */
export function bringFailure(object: string, field: string, code: string): void {
  failures.set(`${object}/${field}`, code);
}

export const ownPath = (meta: ObjectMeta, by: Field): OwnPath | undefined =>
  paths.get(`${meta.name}/${by.name}`);

const unasked: OwnPath['stages']['query'] = { queryKey: ['stages'], queryFn: skipToken };

/** The stages that the field stands for. */
export function useStages(meta: ObjectMeta, by: Field | undefined): Stages {
  const own = by && ownPath(meta, by)?.stages;
  const { data } = useQuery(own?.query ?? unasked);
  const failed = failures.get(`${meta.name}/${by?.name ?? ''}`);
  return useMemo(() => (own ? (data ?? own.usual) : noStages(failed)), [own, data, failed]);
}

export const verbOf = (meta: ObjectMeta, name: string): Verb | undefined =>
  verbsOf(meta).find((verb) => verb.name === name);

/** What a record must say to end that way, such as the reason of a loss. */
export const askedToClose = (meta: ObjectMeta, by: Field, status: string | undefined): string[] =>
  (status === undefined ? [] : (verbOf(meta, ownPath(meta, by)?.verbs.close[status] ?? '')?.inputs ?? []))
    .filter((input) => input.required)
    .map((input) => say(input.label));
