import { queryOptions } from '@tanstack/react-query';
import { isNumeric } from '@/fields/values';
import { answered, api } from '@/lib/api';
import type { Field, ObjectMeta } from '@/lib/meta';
import { recordsKey, type Filter } from '@/lib/records';
import type { Report } from '@/lib/reports';
import { ownOf } from '../brought';

const all = ['sum', 'avg', 'min', 'max'] as const;

/** What is worked out of the values of a column. */
export type TotalFn = (typeof all)[number];

/** What somebody wants of a column, who may also want nothing of one that usually has a total. */
export type Asking = TotalFn | 'none';
export type Askings = Readonly<Partial<Record<string, Asking>>>;

export const asAsking = (value: unknown): Asking | undefined =>
  ([...all, 'none'] as const).find((each) => each === value);

/** What is worked out unless somebody wants otherwise: what records of the object are about in all. */
function usualOf(meta: ObjectMeta): Askings {
  const { sum } = ownOf(meta.name);
  return sum === undefined ? {} : { [sum]: 'sum' };
}

/** What is wanted of all columns. */
export const askings = (meta: ObjectMeta, own: Askings = {}): Askings => ({ ...usualOf(meta), ...own });

/** The wishes with another one, or none, for a column; nothing when all is as usual. */
export function asking(
  meta: ObjectMeta,
  own: Askings = {},
  path: string,
  fn: TotalFn | undefined,
): Record<string, Asking> | undefined {
  const usual = usualOf(meta)[path];
  const others = Object.entries(own).flatMap(([each, to]) => (to && each !== path ? [[each, to]] : []));
  const wanted = fn ?? (usual && 'none');
  const next = wanted && wanted !== usual ? [...others, [path, wanted]] : others;
  return next.length > 0 ? (Object.fromEntries(next) as Record<string, Asking>) : undefined;
}

/** What can be worked out of a column: shares of something do not add up. */
export const totalFnsOf = (column: Field): readonly TotalFn[] =>
  !isNumeric(column.type) || column.access === 'masked' || column.access === 'hidden'
    ? []
    : all.filter((fn) => fn !== 'sum' || column.type !== 'percent');

export const canTotal = (columns: Field[]): boolean =>
  columns.some((column) => totalFnsOf(column).length > 0);

/** The totals that were asked for, of columns that are shown. */
export const askedTotals = (columns: Field[], totals: Askings) =>
  columns.flatMap((column) => {
    const fn = totals[column.name];
    return fn && fn !== 'none' && totalFnsOf(column).includes(fn) ? [{ column, fn }] : [];
  });

type Asked = ReturnType<typeof askedTotals>;

/** What a column comes to, and whether amounts of other currencies are in it. */
export interface Told {
  value: unknown;
  converted: boolean;
}

const PLACES = 100;

/** With no more places than people read. */
const rounded = ({ column, fn }: Asked[number], value: unknown): unknown =>
  fn === 'avg' && column.type !== 'money' && value !== null
    ? String(Math.round(Number(value) * PLACES) / PLACES)
    : value;

/** What the report says of each that was asked for, by the path of its column. */
export const told = (asked: Asked, { columns, total }: Pick<Report, 'columns' | 'total'>) =>
  Object.fromEntries(
    asked.map((each, i): [string, Told] => [
      each.column.name,
      { value: rounded(each, total[i]), converted: columns[i]?.converted === true },
    ]),
  );

/** All totals of a list in one call. */
export const totalsQuery = (object: string, filter: Filter | undefined, asked: Asked) =>
  queryOptions({
    queryKey: [
      ...recordsKey(object),
      'totals',
      { filter, asked: asked.map(({ column, fn }) => `${fn} ${column.name}`) },
    ],
    enabled: asked.length > 0,
    queryFn: async ({ signal }) => {
      const measures = asked.map(({ column, fn }, i) => ({ fn, field: column.name, name: `m${i}` }));
      const body = { object, ...(filter && { filter }), limit: 1, measures };
      return told(asked, await answered(api.POST('/api/v1/reports/run', { body, signal })));
    },
  });
