import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** By the third part of their keys: what counts or adds up many records, and costs the server more than a page of them. */
const figures = new Set<unknown>(['count', 'report', 'totals']);

export const isFigure = (key: QueryKey): boolean => figures.has(key[2]);

/** How often figures are worked out anew while others work, in milliseconds. */
export const CALM = 5_000;

/** Has figures of objects worked out anew, at once after some quiet, else now and then; one that is on its way is waited for. */
export function calmly(queries: QueryClient) {
  const stirred = new Set<string>();
  let last = -CALM;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const predicate = ({ queryKey }: { queryKey: QueryKey }) =>
    isFigure(queryKey) && stirred.has(String(queryKey[1]));
  const refresh = () => {
    last = Date.now();
    if (queries.isFetching({ predicate }) > 0) {
      timer = setTimeout(refresh, CALM);
      return;
    }
    timer = undefined;
    void queries.invalidateQueries({ predicate });
    stirred.clear();
  };
  return {
    /** Says that records of the objects changed. */
    stir(objects: Iterable<string>) {
      for (const object of objects) {
        stirred.add(object);
        timer ??= setTimeout(refresh, Math.max(0, last + CALM - Date.now()));
      }
    },
    stop: () => clearTimeout(timer),
  };
}
