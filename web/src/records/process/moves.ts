import type { Field } from '@/lib/meta';
import { UNCHECKED } from '../gates';
import type { Check, Move, Obstacle, Standing } from './api';

/** What nothing helps that the person could do at the record. */
const shut = new Set(['process.not_yours', 'process.skips_approval']);

/** Whether the move is not for the person, or for nobody. */
export const isShut = ({ allowed, problems }: Move): boolean =>
  !allowed || problems.some(({ code }) => shut.has(code));

/** What is told beside the list of what is to be done, which tells of itself what is left. */
export const obstacles = ({ problems, checklist }: Move): Obstacle[] =>
  problems.filter(({ code }) => code !== UNCHECKED || checklist.length === 0);

export const isAllDone = (checks: Check[]): boolean => checks.every(({ done }) => done);

/** The state that comes next on the way, if one does: aside lies what records come to nothing at. */
export function nextOf(
  { state, moves }: Standing,
  { choices = [] }: Field,
  aside: (code: string) => boolean,
): Move | undefined {
  const place = (code: string | null) => choices.findIndex((choice) => choice.code === code);
  const now = place(state);
  return moves.find(({ to }) => place(to) > now && !aside(to) && choices[place(to)]?.active !== false);
}

/** What the strip tells of: where somebody looked, else what comes next. */
export const shownOf = (standing: Standing, next: Move | undefined, looked: string | undefined) =>
  standing.moves.find(({ to }) => to === looked) ?? next;
