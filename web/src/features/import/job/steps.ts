import type { Import } from './api';

export const steps = ['file', 'map', 'values', 'trial', 'result'] as const;
export type Step = (typeof steps)[number];

const isStep = (text: string | null): text is Step => steps.includes(text as Step);

/** How far one can go: what was tried can be tried again, what is in is in. */
export function reachable({ look, dry_run: dry }: Pick<Import, 'look' | 'dry_run'>): Step[] {
  return look ? ['file', 'map', 'values'] : dry ? ['file', 'map', 'values', 'trial'] : ['result'];
}

/** The step that is shown: the one that the address asks for, else the one that the import has come to. */
export function stepOf(job: Pick<Import, 'look' | 'dry_run'>, asked: string | null): Step {
  const open = reachable(job);
  return isStep(asked) && open.includes(asked) ? asked : job.look ? 'map' : (open.at(-1) ?? 'result');
}
