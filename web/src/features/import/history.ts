import { isOpen, type ImportBrief } from './api';

/** The looks and tries that led to a later one say nothing that it does not. */
export function newestOfEach(jobs: ImportBrief[]): ImportBrief[] {
  const left = new Set(jobs.flatMap(({ from }) => (from === null ? [] : [from])));
  return jobs.filter((job) => !job.dry_run || !left.has(job.id));
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
