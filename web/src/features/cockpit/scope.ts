import { leaf, type Span } from '@/lib/filters';
import type { ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import type { Period } from './period';

/** What the page is about: a period, of everybody or of a team. */
export interface Scope {
  period: Period;
  before: Span;
  /** Whether the period is still running. */
  running: boolean;
  /** The departments of the team; none for everybody. */
  team: string[];
  metas: Partial<Record<string, ObjectMeta>>;
}

/** Those of the team. */
export const ofTeam = ({ team }: Scope): Filter | undefined =>
  team.length > 0 ? leaf('department', 'in', team) : undefined;
