import { useQuery } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { recordsKey, type Entry } from '@/lib/records';

/** A customer that the lead may already be. */
export interface Match {
  id: string;
  name: string;
  owner: string;
}

/** What is there already; not how it is called where the person may not read it. */
export type Known = Match | 'hidden';

/** No record has these as its id: what is made, and what is looked for by hand. */
export const NEW = 'new';
export const OTHER = 'other';

interface Asked {
  account?: string;
  account_name?: string;
}

/** As the conversion tells of a record; nothing but that it is there to who may not read it. */
interface Told {
  id?: string;
  label?: string;
  owner?: { label?: string };
}

const told = ({ id, label, owner }: Told): Known =>
  id === undefined ? 'hidden' : { id, name: label ?? '', owner: owner?.label ?? '' };

/** The one that is found and those like it, each once; those that may be read. */
export function among(
  found: Told | null,
  similar: readonly Told[],
): { known: Known | undefined; matches: Match[] } {
  const known = found ? told(found) : undefined;
  const matches = [known ?? [], similar.map(told)].flat().filter((each) => each !== 'hidden');
  return { known, matches: [...new Map(matches.map((match) => [match.id, match])).values()] };
}

/** Whom the conversion finds with that name, or at that account, and what it calls the deal. */
export const useFound = (lead: Entry, asked: Asked) =>
  useQuery({
    queryKey: [...recordsKey('lead'), 'conversion', lead.id, lead.version, asked],
    queryFn: async ({ signal }) => {
      const found = await answered(
        api.POST('/api/v1/records/lead/{id}/conversion', {
          params: { path: { id: lead.id } },
          body: asked,
          signal,
        }),
      );
      return {
        account: among(found.account, found.similar_accounts),
        contact: among(found.contact, found.similar_contacts),
        dealName: found.opportunity_name,
      };
    },
    placeholderData: (before) => before,
  });

/** How much of an object belongs to the lead and goes along. */
export function useBelonging(object: string, lead: Entry) {
  return useQuery({
    queryKey: [...recordsKey(object), 'belonging', lead.id],
    queryFn: async ({ signal }) => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: {
          filter: { field: 'lead', op: 'eq', value: lead.id },
          fields: ['id'],
          limit: 1,
          count: 'exact' as const,
        },
        signal,
      });
      return (await answered(call)).count?.value ?? 0;
    },
  });
}
