import { useQuery } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { objectQuery, sees, useObjects } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';
import { bareName } from './names';

/** A customer that the lead may already be. */
export interface Match {
  id: string;
  name: string;
  owner: string;
  /** Whether it is the same without doubt; a name that only holds the other one may be another company. */
  same: boolean;
}

/** No record has these as its id: what is made, and what is looked for by hand. */
export const NEW = 'new';
export const OTHER = 'other';

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

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A number or address that is masked is none. */
const unmasked = (value: unknown) => (isText(value) && value.includes('*') ? undefined : value);

const alike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' &&
  typeof other === 'string' &&
  one.trim().toLowerCase() === other.trim().toLowerCase();

interface Leaf {
  field: string;
  op: 'eq' | 'contains';
  value: unknown;
}

const is = (field: string, value: unknown): Leaf => ({ field, op: 'eq', value });

/** Records of the object that have one of the values, in fields that the person sees. */
function useMatches(
  object: string,
  lead: Entry,
  given: Leaf[],
  isSame: (found: Entry) => boolean,
  where: Filter[] = [],
) {
  const readable = useObjects().some(({ name, can }) => name === object && can.read);
  const { data: meta } = useQuery({ ...objectQuery(object), enabled: readable });
  const asked = given.filter(({ field, value }) => isText(value) && sees(meta, field));
  return useQuery({
    queryKey: ['records', object, 'matches', lead.id, asked],
    enabled: asked.length > 0,
    queryFn: ({ signal }) => find(object, { and: [...where, { or: asked }] }, isSame, signal),
    placeholderData: (before) => before,
  });
}

/** Accounts of that name, whatever its legal form, or of the lead's credit code; of the same name but another code it is another company. */
export function useAccounts(lead: Entry, name: string) {
  const code = lead.credit_code;
  return useMatches(
    'account',
    lead,
    [{ field: 'name', op: 'contains', value: bareName(name) }, is('credit_code', code)],
    (found) =>
      isText(code) && isText(found.credit_code)
        ? alike(found.credit_code, code)
        : bareName(found.name) === bareName(name),
  );
}

/** Contacts of the same mobile or e-mail. */
export const useContacts = (lead: Entry) =>
  useMatches(
    'contact',
    lead,
    [is('mobile', unmasked(lead.mobile)), is('email', unmasked(lead.email))],
    () => true,
  );

/** What the product is called that the lead is interested in, where its words are name or code of just one that is sold. */
export function useProduct(lead: Entry): string | undefined {
  const words = lead.product_interest;
  const sold = [is('active', true)];
  const { data } = useMatches('product', lead, [is('name', words), is('code', words)], () => true, sold);
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
