import { together } from '@/lib/decimal';
import { forestOf, type Tree } from '@/lib/forest';
import type { Entry, Filter, Link } from '@/lib/records';
import { linkOf, numberOf, type Row } from '@/lib/reports';

/** What a company has, or it and all below it. */
export interface Worth {
  open: number;
  won: number;
  deals: number;
  /** When somebody was last dealt with. */
  last: string | undefined;
}

export interface Company {
  id: string;
  name: string;
  entry: Entry;
  own: Worth;
  /** With everything below it. */
  sum: Worth;
  /** How many companies are below it. */
  below: number;
}

/** How many links a question may follow, and so how far up and down a group is looked at. */
export const REACH = 3;

const chain = (n: number): string => Array.from({ length: n }, () => 'parent').join('.');

/** The links upwards: `parent`, `parent.parent`. */
export const upwards = Array.from({ length: REACH }, (_, i) => chain(i + 1));

/** The highest company above that can be seen; the one itself where there is none. */
export function topOf(account: Entry, id: string): string {
  let top = id;
  for (const path of upwards) {
    const link = account[path] as Link | null | undefined;
    if (!link || !('id' in link)) {
      return top;
    }
    top = link.id;
  }
  return top;
}

/** Whether somebody stands above who may not be seen. */
export const isHiddenAbove = (account: Entry): boolean => {
  const link = upwards
    .map((path) => account[path] as Link | null | undefined)
    .find((each) => each && 'hidden' in each);
  return link !== undefined;
};

/** Those companies and what stands below them, as far as links reach; before the path stands how companies are come to. */
export function within(ids: string[], before = ''): Filter {
  const itself = before === '' ? 'id' : before;
  const paths = [itself, ...upwards.map((path) => (before === '' ? path : `${before}.${path}`))];
  return { or: paths.map((field) => ({ field, op: 'in', value: ids })) };
}

const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const plus = (a: Worth, b: Worth): Worth => ({
  open: together(a.open, b.open),
  won: together(a.won, b.won),
  deals: a.deals + b.deals,
  last: later(a.last, b.last),
});

/** What each company has of itself, by its id. */
function worths(rows: Row[]): Map<string, Worth> {
  const found = new Map<string, Worth>();
  for (const row of rows) {
    const { id } = linkOf(row.account);
    if (id !== null) {
      const amount = numberOf(row.amount);
      const worth = {
        open: row.status === 'open' ? amount : 0,
        won: row.status === 'won' ? amount : 0,
        deals: numberOf(row.count),
        last: undefined,
      };
      const known = found.get(id);
      found.set(id, known ? plus(known, worth) : worth);
    }
  }
  return found;
}

/** The companies of a group from the top downwards, each with what it has and what it has with all below it. */
export function groupOf(accounts: Entry[], rows: Row[]): Tree<Company>[] {
  const known = worths(rows);
  const none = { open: 0, won: 0, deals: 0, last: undefined };
  const companies = accounts.map((entry): Company => {
    const last = typeof entry.last_activity_at === 'string' ? entry.last_activity_at : undefined;
    const own = { ...(known.get(entry.id) ?? none), last };
    return {
      id: entry.id,
      name: typeof entry.name === 'string' ? entry.name : '—',
      entry,
      own,
      sum: own,
      below: 0,
    };
  });
  const added = ({ item, below }: Tree<Company>): Tree<Company> => {
    const under = below.map(added);
    return {
      item: {
        ...item,
        sum: under.reduce((sum, each) => plus(sum, each.item.sum), item.own),
        below: under.reduce((n, each) => n + 1 + each.item.below, 0),
      },
      below: under,
    };
  };
  return forestOf(companies, ({ entry }) => linkOf(entry.parent).id ?? undefined).map(added);
}
