import type { Filter } from '@/lib/records';
import type { Import } from './api';

/** The records that an import has brought, as a list can show them: by when they were made or changed, and by whom. */
export function broughtBy(job: Import, own: boolean): Filter | undefined {
  if (job.finished_at === null || job.created + job.updated === 0) {
    return undefined;
  }
  const [when, who] = job.updated === 0 ? ['created_at', 'created_by'] : ['updated_at', 'updated_by'];
  const told = (job.mapping.columns ?? []).some(({ field }) => field === when);
  if (told) {
    return undefined; // the file says when, so time does not tell them apart
  }
  const within: Filter = { field: when, op: 'between', value: [job.created_at, job.finished_at] };
  return own ? { and: [within, { field: who, op: 'eq', value: '$me' }] } : within;
}

const DAY = 86_400_000;
export const UNDO_DAYS = 30;

/** How many days an import can be taken back still; none when it cannot. */
export function undoDays(
  job: Pick<Import, 'status' | 'dry_run' | 'finished_at' | 'created' | 'updated'>,
  now: number,
): number {
  const over = job.status === 'done' || job.status === 'failed';
  if (!over || job.dry_run || job.finished_at === null || job.created + job.updated === 0) {
    return 0;
  }
  return Math.max(0, UNDO_DAYS - Math.floor((now - Date.parse(job.finished_at)) / DAY));
}
