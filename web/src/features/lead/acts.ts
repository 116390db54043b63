import type { Entry } from '@/lib/records';
import type { OwnActs } from '@/records/brought';

/** A lead that nobody owns is claimed first; one that was converted is done with. */
export const leadActs = ({ status, owner }: Entry): OwnActs =>
  status === 'converted'
    ? { verbs: [], main: false }
    : { verbs: owner === null ? ['convert', 'claim'] : ['disqualify', 'convert'], main: true };
