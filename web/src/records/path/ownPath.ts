import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { say, verbsOf, type Field, type ObjectMeta, type Verb } from '@/lib/meta';
import { noStages, stagesOf, stagesQuery, type Stages } from '@/lib/stages';

/** How records of an object come on in stages: of each the server knows whether it ends them and how long they may stay. */
export interface OwnPath {
  /** The verbs by which they do, and by what the server says that only the second helps. */
  verbs: { move: string; reopen: string; close: (status: string) => string };
  ended: string;
  /** Fields that say since when a record stands where it stands, how far it came, when and why it ended; and others that are read along. */
  fields: { since: string; furthest: string; closed: string; reason: string; also: string[] };
  /** The field that says how much a record is about, which nobody has to be told. */
  sum: string;
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

/** The stages that the field stands for. */
export function useStages(meta: ObjectMeta, by: Field | undefined): Stages {
  const staged = by !== undefined && ownPath(meta, by) !== undefined;
  const { data } = useQuery({ ...stagesQuery, enabled: staged });
  const failed = failures.get(`${meta.name}/${by?.name ?? ''}`);
  return useMemo(() => (staged ? stagesOf(data) : noStages(failed)), [staged, data, failed]);
}

export const verbOf = (meta: ObjectMeta, name: string): Verb | undefined =>
  verbsOf(meta).find((verb) => verb.name === name);

/** What a record must say to end that way, such as the reason of a loss. */
export const askedToClose = (meta: ObjectMeta, by: Field, status: string | undefined): string[] =>
  (status === undefined ? [] : (verbOf(meta, ownPath(meta, by)?.verbs.close(status) ?? '')?.inputs ?? []))
    .filter((input) => input.required)
    .map((input) => say(input.label));
