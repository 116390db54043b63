import { drafts } from '@/lib/drafts';
import type { Import } from './api';
import type { Draft } from './draft';

const PREFIX = 'import.';
const MOST = 5;

/** What the person entered and has not sent yet; of this person in this browser, until it is sent or the person signs out. */
export const kept = (job: Import): Draft | undefined =>
  (drafts.read(PREFIX + job.id) as Draft | null) ?? undefined;

export function keep(job: Import, draft: Draft): void {
  const others = drafts.places(PREFIX).filter((place) => place !== PREFIX + job.id);
  others
    .sort() // ids grow with time
    .slice(0, Math.max(0, others.length - MOST + 1))
    .forEach(drafts.drop);
  drafts.keep(PREFIX + job.id, draft);
}

export const forget = (job: Import): void => drafts.drop(PREFIX + job.id);
