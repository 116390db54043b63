import type { Filter } from '@/lib/records';
import { scopes } from './grants';

export type Level = (typeof scopes)[number];

/** How far a right reaches: the usual way, and besides what matches any of the filters. */
export interface ReachDraft {
  level: Level;
  filters: Filter[];
}

const isLevel = (part: unknown): part is Level =>
  typeof part === 'string' && (scopes as readonly string[]).includes(part);

/** Takes apart what a role says, one thing or a list of which each adds to the others. */
export function readReach(said: unknown): ReachDraft {
  const parts = (Array.isArray(said) ? (said as unknown[]).flat(9) : [said]).filter((part) => part != null);
  const widest = parts.filter(isLevel).sort((a, b) => scopes.indexOf(b) - scopes.indexOf(a))[0];
  return { level: widest ?? 'none', filters: parts.filter((part) => typeof part === 'object') as Filter[] };
}

/** As a role says it; everything needs no filter besides. */
export function writeReach({ level, filters }: ReachDraft): string | Filter | (string | Filter)[] {
  if (level === 'all' || filters.length === 0) {
    return level;
  }
  const parts = level === 'none' ? filters : [level, ...filters];
  return parts.length === 1 ? (parts[0] ?? level) : parts;
}
