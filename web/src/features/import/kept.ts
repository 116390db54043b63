import type { Import } from './api';
import type { Draft } from './draft';

const PREFIX = 'hemai.import.';
const MOST = 5;

/** What the person entered and has not sent yet; belongs to the browser it was entered in. */
export function kept(job: Import): Draft | undefined {
  try {
    return (JSON.parse(localStorage.getItem(PREFIX + job.id) ?? 'null') as Draft | null) ?? undefined;
  } catch {
    return undefined; // somebody else wrote there
  }
}

export function keep(job: Import, draft: Draft): void {
  const others = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && key !== PREFIX + job.id);
  others
    .sort() // ids grow with time
    .slice(0, Math.max(0, others.length - MOST + 1))
    .forEach((key) => localStorage.removeItem(key));
  try {
    localStorage.setItem(PREFIX + job.id, JSON.stringify(draft));
  } catch {
    return; // no room: the page still has it
  }
}

export const forget = (job: Import): void => localStorage.removeItem(PREFIX + job.id);
