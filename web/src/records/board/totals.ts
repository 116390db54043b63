import type { Schemas } from '@/lib/api';
import type { Entry, Money } from '@/lib/records';
import { NONE } from './plan';

/** What stands in a column. */
export interface Total {
  count: number;
  sum?: Money;
  weighted?: Money;
}

/** By the code of the column. */
export type Totals = Readonly<Record<string, Total>>;

/** Which fields of a card are added up. */
export interface Summed {
  sum?: string | undefined;
  weighted?: string | undefined;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

/** The report's rows, each by its group. */
export function totalsOf({ columns, rows }: Pick<Schemas['Report'], 'columns' | 'rows'>): Totals {
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  const [count, sum, weighted] = [place('n'), place('sum'), place('weighted')];
  return Object.fromEntries(
    rows.map((row) => {
      const code = typeof row[0] === 'string' ? row[0] : NONE;
      return [
        code,
        {
          count: Number(row[count] ?? 0),
          ...(isMoney(row[sum]) && { sum: row[sum] }),
          ...(isMoney(row[weighted]) && { weighted: row[weighted] }),
        },
      ];
    }),
  );
}

/** Amounts have at most that many places. */
const PLACES = 8;

function scaled(amount: string): bigint {
  const [whole = '0', places = ''] = amount.replace('-', '').split('.');
  const units = BigInt(whole + places.slice(0, PLACES).padEnd(PLACES, '0'));
  return amount.startsWith('-') ? -units : units;
}

/** The sum with that much more, or less; as it is where the currencies differ, until the server has said. */
function added(sum: Money | undefined, value: unknown, times: 1 | -1): Money | undefined {
  if (!isMoney(value) || (sum && sum.currency !== value.currency)) {
    return sum;
  }
  const units = scaled(sum?.amount ?? '0') + BigInt(times) * scaled(value.amount);
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, '0');
  const amount = `${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES, -PLACES + 2)}`;
  return { amount, currency: value.currency };
}

function changed(total: Total | undefined, card: Entry, of: Summed, times: 1 | -1): Total {
  const before = total ?? { count: 0 };
  const sum = of.sum ? added(before.sum, card[of.sum], times) : before.sum;
  const weighted = of.weighted ? added(before.weighted, card[of.weighted], times) : before.weighted;
  return { count: Math.max(0, before.count + times), ...(sum && { sum }), ...(weighted && { weighted }) };
}

/** The totals once the card has gone from one column to another. */
export function moved(totals: Totals, card: Entry, from: string, to: string, of: Summed): Totals {
  return {
    ...totals,
    [from]: changed(totals[from], card, of, -1),
    [to]: changed(totals[to], card, of, 1),
  };
}
