import { queryOptions } from '@tanstack/react-query';
import { act } from './changes';
import { recordsKey, type Entry } from './records';

export type ShareLevel = 'read' | 'write';

/** How far something is open to somebody, `alone` where Hemai opened it and nothing that belongs to it. */
export type StandingLevel = ShareLevel | 'alone';

/** One person or one department that something is shared with. */
export interface SharedWith {
  user: string | null;
  department: string | null;
  level: StandingLevel;
}

export interface Sharing {
  /** Whether the person may change it. */
  change: boolean;
  with: SharedWith[];
}

/** With whom a record is shared, for whoever may change it. */
export const sharingQuery = (object: string, entry: Entry) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'sharing', entry.id],
    staleTime: 60_000,
    queryFn: () => act<Sharing>(object, entry, 'sharing'),
  });
