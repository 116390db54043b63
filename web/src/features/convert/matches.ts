import { useQuery } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { useObjects } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';

/** A customer that the lead may already be. */
export interface Match {
  id: string;
  name: string;
  owner: string;
  /** Whether it is the same without doubt; a name that only holds the other one may be another company. */
  same: boolean;
}

const MOST = 5;

async function find(
  object: string,
  filter: Filter,
  isSame: (found: Entry) => boolean,
  signal: AbortSignal,
): Promise<Match[]> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { filter, limit: MOST },
    signal,
  });
  const { items } = (await answered(call)) as unknown as { items: Entry[] };
  const found = items.map((item) => ({
    id: item.id,
    name: typeof item.name === 'string' ? item.name : '',
    owner: (item.owner as { label?: string } | null)?.label ?? '',
    same: isSame(item),
  }));
  return [...found.filter(({ same }) => same), ...found.filter(({ same }) => !same)];
}

const alike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' &&
  typeof other === 'string' &&
  one.trim().toLowerCase() === other.trim().toLowerCase();

const is = (field: string, value: unknown): Filter => ({ field, op: 'eq', value });

/** Accounts of the same name or credit code, among those that the person sees. */
export function useAccounts(lead: Entry) {
  const { company, credit_code: code } = lead;
  const filters: Filter[] = [
    ...(typeof company === 'string' ? [{ field: 'name', op: 'contains' as const, value: company }] : []),
    ...(typeof code === 'string' ? [is('credit_code', code)] : []),
  ];
  return useQuery({
    queryKey: ['records', 'account', 'matches', lead.id],
    enabled: filters.length > 0,
    queryFn: ({ signal }) =>
      find(
        'account',
        { or: filters },
        (found) => alike(found.name, company) || alike(found.credit_code, code),
        signal,
      ),
  });
}

/** Contacts of the same mobile or e-mail. */
export function useContacts(lead: Entry) {
  const filters = ['mobile', 'email']
    .filter((field) => typeof lead[field] === 'string' && !lead[field].includes('*'))
    .map((field) => is(field, lead[field]));
  return useQuery({
    queryKey: ['records', 'contact', 'matches', lead.id],
    enabled: filters.length > 0,
    queryFn: ({ signal }) => find('contact', { or: filters }, () => true, signal),
  });
}

/** What the product is called that the lead is interested in, where its words are name or code of just one that is sold. */
export function useProduct(lead: Entry): string | undefined {
  const words = lead.product_interest;
  const seen = useObjects().some(({ name, can }) => name === 'product' && can.read);
  const { data } = useQuery({
    queryKey: ['records', 'product', 'matches', lead.id],
    enabled: seen && typeof words === 'string' && words !== '',
    queryFn: ({ signal }) =>
      find(
        'product',
        { and: [is('active', true), { or: [is('name', words), is('code', words)] }] },
        () => true,
        signal,
      ),
  });
  return data?.length === 1 ? data[0]?.name : undefined;
}

/** How much of an object belongs to the lead and goes along. */
export function useBelonging(object: string, lead: Entry) {
  return useQuery({
    queryKey: ['records', object, 'belonging', lead.id],
    queryFn: async ({ signal }) => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object } },
        body: { filter: is('lead', lead.id), fields: ['id'], limit: 1, count: 'exact' as const },
        signal,
      });
      return (await answered(call)).count?.value ?? 0;
    },
  });
}
