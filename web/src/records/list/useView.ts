import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Filter, Wanted } from '@/lib/records';
import { useArrangement } from './arrangement';
import { usualColumns, usualWidth } from './columns';
import { asColumn, useReach } from './reach';
import { keyOf, MOST_KEYS } from './sorting';

/** What is shown of an object and in which order; lives in the address, so that it can be sent to a colleague. */
export interface View {
  columns: Field[];
  /** Least width of a column; `fixed` when somebody chose it. */
  widthOf: (column: Field) => { width: number; fixed: boolean };
  sort: string[];
  filter: Filter | undefined;
  /** What is asked for, besides the filter. */
  wanted: Wanted;
  /** Whether it is known what to ask for. */
  ready: boolean;
  sortBy: (sort: string[]) => void;
  filterBy: (filter: Filter | undefined) => void;
  /** Shows these columns, or the usual ones; the naming one is always first. */
  arrange: (paths: string[] | undefined) => void;
  widen: (path: string, width: number | undefined) => void;
}

const NEWEST = ['-updated_at'];

function parsed(text: string | null): Filter | undefined {
  try {
    return text === null ? undefined : ((JSON.parse(text) as Filter | null) ?? undefined);
  } catch {
    return undefined; // a mangled address shows everything
  }
}

export function useView(meta: ObjectMeta): View {
  const [asked, ask] = useSearchParams();
  const [arrangement, rearrange] = useArrangement(meta.name);
  const usual = useMemo(() => usualColumns(meta), [meta]);
  const askedSort = asked.get('sort');
  const text = asked.get('filter');
  const filter = useMemo(() => parsed(text), [text]);

  const paths = arrangement.columns
    ? [...new Set([meta.name_field, ...arrangement.columns])]
    : usual.map((column) => column.name);
  const keys = askedSort?.split(',').filter(Boolean).slice(0, MOST_KEYS) ?? arrangement.sort ?? NEWEST;
  const reach = useReach(meta, [...paths, ...keys.map((key) => keyOf(key).path)]);
  const reached = paths.map(reach);
  const sorts = keys.map((key) => ({ key, at: reach(keyOf(key).path) }));
  const columns = reached.flatMap((at) => (typeof at === 'object' ? [asColumn(at)] : []));
  const sort = sorts.flatMap(({ key, at }) => (typeof at === 'object' && at.field.sortable ? [key] : []));
  const wanted: Wanted = {
    fields: columns.map((column) => column.name),
    ...(sort.length > 0 && { sort }),
  };

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
    widthOf: (column) => {
      const chosen = arrangement.widths?.[column.name];
      return { width: chosen ?? usualWidth(column, column.name === meta.name_field), fixed: !!chosen };
    },
    sort,
    filter,
    wanted,
    ready: [...reached, ...sorts.map(({ at }) => at)].every((at) => at !== 'waiting'),
    sortBy: (next) => {
      rearrange((before) => ({ ...before, sort: next }));
      change('sort', next.length > 0 ? next.join() : undefined);
    },
    filterBy: (next) => change('filter', next === undefined ? undefined : JSON.stringify(next)),
    arrange: (next) => rearrange((before) => ({ ...before, columns: next ?? [] })),
    widen: (path, width) =>
      rearrange((before) => ({ ...before, widths: { ...before.widths, [path]: width ?? 0 } })),
  };
}
