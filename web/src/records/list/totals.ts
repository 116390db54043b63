import { queryOptions } from '@tanstack/react-query';
import { isNumeric } from '@/fields/values';
import { answered, api } from '@/lib/api';
import type { Field } from '@/lib/meta';
import { recordsKey, type Entry, type Filter } from '@/lib/records';

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

const PLACES = 100;

/** What the report says, with no more places than people read. */
const told = ({ column, fn }: { column: Field; fn: TotalFn }, value: unknown): unknown =>
  fn === 'avg' && column.type !== 'money' && value !== null
    ? String(Math.round(Number(value) * PLACES) / PLACES)
    : value;

/** All totals of a list in one call, by the path of their column. */
export const totalsQuery = (
  object: string,
  filter: Filter | undefined,
  asked: ReturnType<typeof askedTotals>,
) =>
  queryOptions({
    queryKey: [
      ...recordsKey(object),
      'totals',
      { filter, asked: asked.map(({ column, fn }) => `${fn} ${column.name}`) },
    ],
    enabled: asked.length > 0,
    queryFn: async ({ signal }): Promise<Record<string, unknown>> => {
      const { total } = await answered(
        api.POST('/api/v1/reports/run', {
          body: {
            object,
            ...(filter && { filter }),
            limit: 1,
            measures: asked.map(({ column, fn }, i) => ({ fn, field: column.name, name: `m${i}` })),
          },
          signal,
        }),
      );
      return Object.fromEntries(asked.map((each, i) => [each.column.name, told(each, total[i])]));
    },
  });

const currencyOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'currency' in value ? value.currency : undefined;

/** Whether any of the records has its value in another currency than the total, which is in the company's own. */
export function isConverted(entries: Entry[], column: Field, total: unknown): boolean {
  const own = currencyOf(total);
  return own !== undefined && entries.some((entry) => (currencyOf(entry[column.name]) ?? own) !== own);
}
