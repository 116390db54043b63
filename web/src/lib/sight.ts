import type { InfiniteData, Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** A page of a list: rows that an id tells apart. */
interface Page<Row extends { id: string } = { id: string }> {
  items: Row[];
}

/** What of a long list is looked at, by the places of its pages, and which pages are not as new as the others. */
interface Sight {
  first: number;
  last: number;
  old: Set<number>;
}

/** How many pages before and behind those that are looked at are kept as new as they. */
const AROUND = 1;

const sights = new WeakMap<Query, Sight>();

const found = (client: QueryClient, queryKey: QueryKey) => client.getQueryCache().find({ queryKey });

/**
 * A page as it was read before, when the list is read anew and nobody looks there; it is read once somebody does. So what others change
 * costs a few calls, however far a list was scrolled.
 */
export function asBefore<P extends Page>(
  client: QueryClient,
  queryKey: QueryKey,
  at: number,
  read: () => Promise<P>,
): P | Promise<P> {
  const query = found(client, queryKey);
  const sight = query && sights.get(query);
  const before = (query?.state.data as InfiniteData<P> | undefined)?.pages[at];
  if (sight && before && (at < sight.first - AROUND || at > sight.last + AROUND)) {
    sight.old.add(at);
    return before;
  }
  sight?.old.delete(at);
  return read();
}

/** Somebody looks at the rows between these; answers whether some of them are old. */
export function look(client: QueryClient, queryKey: QueryKey, first: string, last: string): boolean {
  const query = found(client, queryKey);
  const pages = (query?.state.data as InfiniteData<Page> | undefined)?.pages;
  if (!query || !pages) {
    return false;
  }
  const old = sights.get(query)?.old ?? new Set<number>();
  const placeOf = (id: string) => {
    const places = pages.flatMap(({ items }, at) => (items.some((item) => item.id === id) ? [at] : []));
    return places.find((at) => !old.has(at)) ?? places[0] ?? 0;
  };
  const [from, to] = [placeOf(first), placeOf(last)];
  sights.set(query, { first: Math.min(from, to), last: Math.max(from, to), old });
  return [...old].some((at) => at >= from && at <= to);
}

/** The rows of all pages, each once; where one has moved to a page that was read anew, it stands there only. */
export function rowsOf<Row extends { id: string }>(
  client: QueryClient,
  queryKey: QueryKey,
  pages: Page<Row>[],
): Row[] {
  const query = found(client, queryKey);
  const old = (query && sights.get(query)?.old) ?? new Set<number>();
  const fresh = new Set(pages.flatMap(({ items }, at) => (old.has(at) ? [] : items.map(({ id }) => id))));
  const taken = new Set<string>();
  return pages.flatMap(({ items }, at) =>
    items.filter(({ id }) => {
      if (taken.has(id) || (old.has(at) && fresh.has(id))) {
        return false;
      }
      taken.add(id);
      return true;
    }),
  );
}
