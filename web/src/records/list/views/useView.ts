import { useMemo } from 'react';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Filter, Wanted } from '@/lib/records';
import { boardField, laneFieldOf } from '../../board/plan';
import { dayFields } from '../../calendar/dayFields';
import { usualColumns, usualWidth } from '../columns';
import { contactFields } from '../../contact';
import { asColumn, linksOn, useReach } from '../reach';
import { timesOf } from '../../ownTick';
import { keyOf, MOST_KEYS } from '../sorting';
import type { Arrangement, Kind } from './arrangement';
import type { Views } from './useViews';

/** What is shown of an object, how and in which order. */
export interface View {
  kind: Kind;
  columns: Field[];
  /** Paths of the columns that stay where they are. */
  pinned: ReadonlySet<string>;
  /** Least width of a column; `fixed` when somebody chose it. */
  widthOf: (column: Field) => { width: number; fixed: boolean };
  /** How close rows stand, where the view says so. */
  density: Arrangement['density'];
  /** What is worked out of all values of a column. */
  totals: Arrangement['totals'];
  /** What the columns of a board stand for. */
  by: Field | undefined;
  /** The field by which a calendar places its records. */
  day: Field | undefined;
  /** What its cards tell besides the name; as usual when undefined. */
  card: Field[] | undefined;
  /** By whose people a board is divided into rows, and by whose it could be. */
  lanes: Field | undefined;
  laneField: Field | undefined;
  /** How many cards its columns had better hold at most. */
  limits: Arrangement['limits'];
  sort: string[];
  filter: Filter | undefined;
  /** What is asked for, besides the filter. */
  wanted: Wanted;
  /** Whether it is known what to ask for. */
  ready: boolean;
  /** Paths that lead nowhere any more, for this person. */
  lost: string[];
  /** What is shown without them. */
  sound: Arrangement;
  change: (to: Partial<Arrangement>) => void;
  sortBy: (sort: string[]) => void;
  filterBy: (filter: Filter | undefined) => void;
  /** Shows these columns, or the usual ones; the naming one is always first. */
  arrange: (paths: string[] | undefined) => void;
  widen: (path: string, width: number | undefined) => void;
}

const NEWEST = ['-updated_at'];

const filled = <T>(all: T[] | undefined): T[] | undefined => (all && all.length > 0 ? all : undefined);

/** What is said of those columns alone. */
function ofShown<T>(all: Record<string, T> | undefined, paths: string[]): Record<string, T> | undefined {
  const shown = Object.entries(all ?? {}).filter(([path]) => paths.includes(path));
  return shown.length > 0 ? Object.fromEntries(shown) : undefined;
}

/** What the view means, as far as the object has it and the person sees it. */
export function useView(meta: ObjectMeta, { now, ready, change }: Views): View {
  const usual = useMemo(() => usualColumns(meta).map((column) => column.name), [meta]);
  const chosen = (now.columns ?? usual).filter((path) => path !== meta.name_field);
  const held = new Set(now.pinned?.filter((path) => chosen.includes(path)));
  const paths = [
    meta.name_field,
    ...chosen.filter((path) => held.has(path)),
    ...chosen.filter((path) => !held.has(path)),
  ];
  const keys = (now.sort ?? NEWEST).slice(0, MOST_KEYS);
  const cards = now.card ?? [];
  const reach = useReach(meta, [...paths, ...cards, ...keys.map((key) => keyOf(key).path)]);
  const found = (path: string) => {
    const at = reach(path);
    return typeof at === 'object' ? at : undefined;
  };
  const isSorted = (key: string) => found(keyOf(key).path)?.field.sortable === true;
  const columnsOf = (all: string[]) => all.flatMap((path) => found(path) ?? []).map(asColumn);

  const by = boardField(meta, now.by ?? null);
  const days = dayFields(meta);
  const day = days.find((field) => field.name === now.day) ?? days[0];
  const laneField = laneFieldOf(meta);
  const lanes = now.lanes === laneField?.name ? laneField : undefined;
  const columns = columnsOf(paths);
  const sort = keys.filter(isSorted);
  const told = [...(now.columns ?? []), ...cards, ...(now.sort ?? []).map((key) => keyOf(key).path)];
  const named = [
    ...told,
    ...(now.by !== undefined && by?.name !== now.by ? [now.by] : []),
    ...(now.day !== undefined && day?.name !== now.day ? [now.day] : []),
    ...(now.lanes !== undefined && !lanes ? [now.lanes] : []),
  ];
  const lost = [...new Set(named.filter((path) => reach(path) === undefined))];
  const kept = (all: string[] | undefined) => filled(all?.filter((path) => !lost.includes(keyOf(path).path)));
  return {
    kind: (now.kind === 'board' && !by) || (now.kind === 'calendar' && !day) ? 'table' : now.kind,
    columns,
    pinned: held,
    widthOf: (column) => {
      const width = now.widths?.[column.name];
      return { width: width ?? usualWidth(column, meta), fixed: !!width };
    },
    density: now.density,
    totals: now.totals,
    by,
    day,
    card: now.card && columnsOf(cards),
    lanes,
    laneField,
    limits: now.limits,
    sort,
    filter: now.filter,
    wanted: {
      fields: [
        ...new Set([
          ...[...columns, ...contactFields(meta)].map((field) => field.name),
          // by whose ids a row is read anew when what it leads to changes
          ...linksOn(paths, meta),
          ...[timesOf(meta)?.done ?? []].flat(),
        ]),
      ],
      ...(sort.length > 0 && { sort }),
    },
    ready:
      ready &&
      [...paths, ...cards, ...keys.map((key) => keyOf(key).path)].every((path) => reach(path) !== 'waiting'),
    lost,
    sound: {
      ...now,
      widths: ofShown(now.widths, paths),
      totals: ofShown(now.totals, paths),
      columns: kept(now.columns),
      pinned: filled([...held]),
      card: kept(now.card),
      sort: kept(now.sort),
      by: now.by === undefined || lost.includes(now.by) ? undefined : now.by,
      day: now.day === undefined || lost.includes(now.day) ? undefined : now.day,
      lanes: lanes?.name,
    },
    change,
    sortBy: (next) => change({ sort: filled(next) }),
    filterBy: (next) => change({ filter: next }),
    arrange: (next) => change({ columns: filled(next) }),
    widen: (path, width) => {
      const others = Object.entries(now.widths ?? {}).filter(([name]) => name !== path);
      const all = width === undefined ? others : [...others, [path, Math.round(width)] as const];
      change({ widths: all.length > 0 ? Object.fromEntries(all) : undefined });
    },
  };
}
