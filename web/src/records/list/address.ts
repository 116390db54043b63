import type { Filter } from '@/lib/records';

/** Where the records that match are listed. */
export const listPath = (object: string, filter?: Filter): string =>
  filter === undefined ? `/${object}` : `/${object}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
