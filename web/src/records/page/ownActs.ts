import type { Entry } from '@/lib/records';

/**
 * Verbs that stand on the page of a record by name, the one most wanted last; `main` when that is what a record of this
 * kind is there for.
 */
export interface OwnActs {
  verbs: string[];
  main: boolean;
}

const brought = new Map<string, (entry: Entry) => OwnActs>();

/** Tells which verbs stand on the pages of an object, by what the record holds. */
export function bringActs(object: string, acts: (entry: Entry) => OwnActs): void {
  brought.set(object, acts);
}

/** Those of a record; none unless somebody brought some. */
export const ownActs = (object: string, entry: Entry): OwnActs =>
  brought.get(object)?.(entry) ?? { verbs: [], main: false };
