import type { Schemas } from '@/lib/api';
import { isOpen, type ImportBrief } from '../job/api';
import { UNDO_DAYS } from '../job/records';

/** The server keeps files so long. */
const FILES_STAY = 7 * 86_400_000;

/** Looks and tries that led to a later one say nothing that it does not, and without their file nobody can go on. */
export function newestOfEach(jobs: ImportBrief[], now: number): ImportBrief[] {
  const left = new Set(jobs.flatMap(({ from }) => (from === null ? [] : [from])));
  return jobs.filter(
    (job) => !job.dry_run || (!left.has(job.id) && now - Date.parse(job.created_at) < FILES_STAY),
  );
}

export type State = 'draft' | 'running' | 'done' | 'partly' | 'failed' | 'undone';

/** What people call where an import stands. */
export function stateOf(job: Pick<ImportBrief, 'status' | 'dry_run' | 'failed'>): State {
  if (job.dry_run) {
    return 'draft';
  }
  if (isOpen(job)) {
    return 'running';
  }
  if (job.status === 'failed' || job.status === 'undone') {
    return job.status;
  }
  return job.failed > 0 ? 'partly' : 'done';
}

type Bulk = Pick<Schemas['BulkActBrief'], 'status' | 'created_at' | 'updated' | 'failed'>;

/** What people call where an act on many records stands. */
export function bulkState({ status, failed }: Bulk): Exclude<State, 'draft'> {
  return status === 'done'
    ? failed > 0
      ? 'partly'
      : 'done'
    : status === 'failed' || status === 'undone'
      ? status
      : 'running';
}

/** Whether an act on many records can be taken back still. */
export const isUndoable = (job: Bulk, now: number): boolean =>
  job.updated > 0 &&
  (job.status === 'done' || job.status === 'failed') &&
  now - Date.parse(job.created_at) < UNDO_DAYS * 86_400_000;
