import type { Schemas } from './api';
import { queryClient } from './query';
import { sessionQuery } from './session';

const of = (user: Schemas['Link'] | undefined) => `hemai.draft.${user && 'id' in user ? user.id : ''}.`;

/** Of the person, since several may use a browser. */
const mine = (): string => of(queryClient.getQueryData(sessionQuery.queryKey)?.user);

/** What the person typed at some place and has not saved; stays in this browser until it is saved or the person signs out. */
export const drafts = {
  read(place: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(mine() + place) ?? 'null') as unknown;
    } catch {
      return null; // somebody else wrote there
    }
  },
  keep(place: string, draft: unknown): void {
    try {
      localStorage.setItem(mine() + place, JSON.stringify(draft));
    } catch {
      return; // no room: the page still has it
    }
  },
  drop: (place: string): void => localStorage.removeItem(mine() + place),
  /** The places that begin so and have something kept. */
  places: (start: string): string[] =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(mine() + start))
      .map((key) => key.slice(mine().length)),
  /** Leaves nothing of the person's behind, nor of whose eyes one looks through. */
  clear(): void {
    const session = queryClient.getQueryData(sessionQuery.queryKey);
    const own = [of(session?.user), of(session?.viewing?.by)];
    Object.keys(localStorage)
      .filter((key) => own.some((start) => key.startsWith(start)))
      .forEach((key) => localStorage.removeItem(key));
  },
};
