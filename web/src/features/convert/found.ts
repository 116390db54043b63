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

async function named(object: string, ids: string[], signal: AbortSignal): Promise<Match[]> {
  if (ids.length === 0) {
    return [];
  }
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { filter: { field: 'id', op: 'in', value: ids }, fields: ['name', 'owner'], limit: ids.length },
    signal,
  });
  const { items } = (await answered(call)) as unknown as { items: Entry[] };
  return ids.flatMap((id) =>
    items
      .filter((item) => item.id === id)
      .map(({ name, owner }) => ({
        id,
        name: typeof name === 'string' ? name : '',
        owner: (owner as { label?: string } | null)?.label ?? '',
      })),
  );
}

const ids = (known: { id?: string } | null, similar: string[]) => [
  ...new Set([...(known?.id === undefined ? [] : [known.id]), ...similar]),
];

const among = (matches: Match[], known: { id?: string } | null): Known | undefined =>
  known ? (matches.find(({ id }) => id === known.id) ?? 'hidden') : undefined;

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
      const [accounts, contacts] = await Promise.all([
        named('account', ids(found.account, found.similar_accounts), signal),
        named('contact', ids(found.contact, found.similar_contacts), signal),
      ]);
      return {
        account: among(accounts, found.account),
        accounts,
        contact: among(contacts, found.contact),
        contacts,
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
