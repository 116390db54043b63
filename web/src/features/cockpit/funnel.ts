import { all, leaf } from '@/lib/filters';
import type { Filter } from '@/lib/records';

/** A stage of a funnel: how many stand there, how many ever came so far. */
export interface Step {
  pipeline: string;
  stage: string;
  count: number;
  reached: number;
  conversion: string | null;
}

/** Whoever is won has passed all stages, whoever stands at one, or once did, all before it. */
export function reachedFilter(
  steps: Step[],
  stage: string,
  won: Set<string>,
  lost: Set<string>,
): Filter | undefined {
  if (won.has(stage) || lost.has(stage)) {
    return leaf('stage', 'eq', stage);
  }
  const open = steps.map((step) => step.stage).filter((each) => !won.has(each) && !lost.has(each));
  const ahead = open.slice(open.indexOf(stage));
  if (ahead.length === open.length) {
    return undefined; // all of them came to the first one
  }
  return {
    or: [leaf('stage', 'in', [...ahead, ...won]), leaf('furthest_stage', 'in', ahead)],
  };
}

/** The deals behind a bar of the funnel. */
export const behind = (
  base: Filter | undefined,
  steps: Step[],
  { pipeline, stage }: Step,
  won: Set<string>,
  lost: Set<string>,
): Filter => all(leaf('pipeline', 'eq', pipeline), base, reachedFilter(steps, stage, won, lost));
