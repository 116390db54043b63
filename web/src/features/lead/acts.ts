import type { Entry } from '@/lib/records';
import type { OwnActs } from '@/records/brought';

/** Out of a pool a lead is claimed first, since who does not have it cannot convert it; one that was converted is done with. */
export const leadActs = ({ status, owner, pool }: Entry): OwnActs => {
  if (status === 'converted') {
    return { verbs: [], main: false };
  }
  return { verbs: owner === null && pool !== null ? ['claim'] : ['disqualify', 'convert'], main: true };
};

/** One that somebody owns can be given back to all. */
export const seldomOfLeads = {
  release: ({ owner }: Entry) => owner !== null && owner !== undefined,
};
