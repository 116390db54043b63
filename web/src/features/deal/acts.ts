import { today } from '@/lib/days';
import type { Entry } from '@/lib/records';
import type { OwnActs } from '@/records/brought';

/** An open deal comes to an end, one that has ended may go on. */
export const dealActs = ({ status }: Entry): OwnActs =>
  status === 'open' ? { verbs: ['close_lost', 'close_won'], main: true } : { verbs: ['reopen'], main: false };

/** The day on which a deal closes: one that was to close later closes now. */
export const closingDay = (day: unknown): string =>
  typeof day === 'string' && day < today() ? day : today();
