import { answered, api } from '@/lib/api';
import { fieldOf, type ObjectMeta } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';

/** How many records a part shows; beyond that, lists are the better place. */
export const MOST = 200;

export interface Found {
  items: Entry[];
  /** Whether there are more than are shown. */
  more: boolean;
}

/** The records of the object that match, as many as a part shows, by one statement. */
export async function found(
  object: string,
  body: { filter: Filter; fields: string[]; sort?: string[] },
  signal: AbortSignal,
): Promise<Found> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { ...body, limit: MOST },
    signal,
  });
  const page = await answered(call);
  return { items: page.items, more: page.next !== null };
}

/** Those of the fields that the person may see. */
export const seenOf = (meta: ObjectMeta, names: string[]): string[] =>
  names.filter((name) => {
    const access = fieldOf(meta, name)?.access;
    return access !== undefined && access !== 'hidden';
  });

/** What a record is called. */
export const calledOf = (meta: ObjectMeta, entry: Entry): string => {
  const name = entry[meta.name_field];
  return typeof name === 'string' && name !== '' ? name : '—';
};
