import type { Entry } from '@/lib/records';
import { USUAL_LIMIT } from './age';

/** What the values of a field stand for, in which records come on. */
export interface Stages {
  closes: (code: string) => boolean;
  /** Whether records that come there come to nothing, so that it is no step of the way. */
  fails: (code: string) => boolean;
  /** After how many days in its stage a record is slow. */
  limit: (card: Entry, code: string) => number;
  status: (code: string) => string | undefined;
  /** Whether the record can come there, which may be elsewhere than where others can. */
  leads: (entry: Entry, code: string) => boolean;
}

/** Of a field that knows no more than its choices, and perhaps at which of them records come to nothing. */
export const noStages = (failed?: string): Stages => ({
  closes: () => false,
  fails: (code) => code === failed,
  limit: () => USUAL_LIMIT,
  status: () => undefined,
  leads: () => true,
});
