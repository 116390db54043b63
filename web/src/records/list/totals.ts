import { queryOptions } from '@tanstack/react-query';
import { isNumeric } from '@/fields/values';
import { answered, api } from '@/lib/api';
import type { Field } from '@/lib/meta';
import { recordsKey, type Filter } from '@/lib/records';
import type { Report } from '@/lib/reports';

const all = ['sum', 'avg', 'min', 'max'] as const;

/** What is worked out of the values of a column. */
export type TotalFn = (typeof all)[number];

export const asTotalFn = (value: unknown): TotalFn | undefined => all.find((fn) => fn === value);

/** What can be worked out of a column: shares of something do not add up. */
export const totalFnsOf = (column: Field): readonly TotalFn[] =>
  !isNumeric(column.type) || column.access === 'masked' || column.access === 'hidden'
    ? []
    : all.filter((fn) => fn !== 'sum' || column.type !== 'percent');

export const canTotal = (columns: Field[]): boolean =>
  columns.some((column) => totalFnsOf(column).length > 0);

/** The totals that were asked for, of columns that are shown. */
export const askedTotals = (columns: Field[], totals: Readonly<Record<string, TotalFn>>) =>
  columns.flatMap((column) => {
    const fn = totals[column.name];
    return fn && totalFnsOf(column).includes(fn) ? [{ column, fn }] : [];
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
