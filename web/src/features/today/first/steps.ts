import { queryOptions } from '@tanstack/react-query';
import { answered, api } from '@/lib/api';
import { companyQuery } from '@/lib/company';
import { queryClient } from '@/lib/query';
import { recordsKey, type Entry, type Filter } from '@/lib/records';
import type { Session } from '@/lib/session';

export type StepName = 'company' | 'departments' | 'people' | 'data' | 'password';

/** Something that a new company does first. */
export interface Step {
  name: StepName;
  done: boolean;
  to: string;
}

/** How things stand in the company. */
export interface Standing {
  named: boolean;
  departments: number;
  people: number;
  /** When the oldest lead or account was made; none when there are none. */
  oldest?: string;
}

/** So many days after the first data the company is no longer new. */
const NEW_DAYS = 14;
const DAY = 86_400_000;

/** Whether the company has nothing yet, or began just lately. */
export const isNew = ({ oldest }: Standing, now: number): boolean =>
  oldest === undefined || now - Date.parse(oldest) < NEW_DAYS * DAY;

/** The steps as they truly stand: nobody ticks them off. */
export const stepsOf = (standing: Standing, passwordChanged: boolean): Step[] => [
  { name: 'company', done: standing.named, to: '/settings/company' },
  { name: 'departments', done: standing.departments > 1, to: '/settings/departments' },
  { name: 'people', done: standing.people > 1, to: '/settings/people?add' },
  { name: 'data', done: standing.oldest !== undefined, to: '/import/new?object=lead' },
  { name: 'password', done: passwordChanged, to: '/settings/account' },
];

/** Whether the person is the one who sets the company up. */
export const setsUp = (session: Session | null | undefined): boolean =>
  ['people', 'meta'].every((ability) => session?.admin.includes(ability));

async function some(object: string, limit: number, signal: AbortSignal, filter?: Filter): Promise<Entry[]> {
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { sort: ['created_at'], fields: ['created_at'], limit, ...(filter && { filter }) },
    signal,
  });
  return ((await answered(call)) as unknown as { items: Entry[] }).items;
}

const read = async (signal: AbortSignal): Promise<Standing> => {
  const [company, departments, people, leads, accounts] = await Promise.all([
    queryClient.query({ ...companyQuery, staleTime: 0 }),
    some('department', 2, signal),
    some('user', 2, signal, { field: 'active', op: 'eq', value: true }),
    some('lead', 1, signal),
    some('account', 1, signal),
  ]);
  const [oldest] = [...leads, ...accounts].map((each) => String(each.created_at)).sort();
  return {
    named: company.named,
    departments: departments.length,
    people: people.length,
    ...(oldest !== undefined && { oldest }),
  };
};

const SETTLED = 'hemai.settled';

/** What this browser knows of a company that is not new any more, and never will be again. */
export const settled = {
  has: (tenant: string): boolean => localStorage.getItem(SETTLED) === tenant,
  note: (tenant: string): void => localStorage.setItem(SETTLED, tenant),
};

/** Read anew with every visit: one comes back from doing a step. */
export const standingQuery = (tenant: string) =>
  queryOptions({
    queryKey: [...recordsKey('first_steps'), tenant],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const standing = await read(signal);
      if (!isNew(standing, Date.now())) {
        settled.note(tenant);
      }
      return standing;
    },
  });
