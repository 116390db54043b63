import { isOpen, type ImportBrief } from './api';

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
