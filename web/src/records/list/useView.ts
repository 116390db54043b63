import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Filter, Wanted } from '@/lib/records';
import { usualColumns } from './columns';

/** What is shown of an object and in which order; lives in the address, so that it can be sent to a colleague. */
export interface View {
  columns: Field[];
  sort: string;
  filter: Filter | undefined;
  wanted: Wanted;
  sortBy: (field: string) => void;
  filterBy: (filter: Filter | undefined) => void;
}

const NEWEST = '-updated_at';

function parsed(text: string | null): Filter | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Filter);
  } catch {
    return undefined; // a mangled address shows everything
  }
}

export function useView(meta: ObjectMeta): View {
  const [asked, ask] = useSearchParams();
  const columns = useMemo(() => usualColumns(meta), [meta]);
  const sort = asked.get('sort') ?? NEWEST;
  const text = asked.get('filter');
  const filter = useMemo(() => parsed(text), [text]);
  const wanted = useMemo<Wanted>(
    () => ({ fields: columns.map((c) => c.name), sort: [sort], ...(filter && { filter }) }),
    [columns, sort, filter],
  );
  const change = (name: string, value: string | undefined) =>
    ask(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === undefined) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return {
    columns,
    sort,
    filter,
    wanted,
    sortBy: (field) => change('sort', sort === field ? `-${field}` : field),
    filterBy: (next) => change('filter', next && JSON.stringify(next)),
  };
}
