import { together } from '@/lib/decimal';
import { numberOf, type Row } from '@/lib/reports';
import { currencyIn } from '../../measures';

/** How many deals, and what they are worth. */
export interface Sum {
  n: number;
  amount: number;
}

export interface Sums {
  open: Sum;
  won: Sum;
  lost: Sum;
  /** What was won in each year up to this one, also in those without anything. */
  years: (Sum & { year: string })[];
  currency: string;
}

const MOST_YEARS = 6;

const add = (a: Sum, b: Sum): Sum => ({ n: a.n + b.n, amount: together(a.amount, b.amount) });

/** What deals by status and year of their end come to. */
export function summed(rows: Row[], thisYear: number): Sums {
  const sums: Record<string, Sum> = {};
  const byYear = new Map<number, Sum>();
  const none = { n: 0, amount: 0 };
  for (const row of rows) {
    const sum = { n: numberOf(row.count), amount: numberOf(row.amount) };
    const status = String(row.status);
    sums[status] = add(sums[status] ?? none, sum);
    if (status === 'won' && typeof row.closed_at === 'string') {
      const year = Number(row.closed_at.slice(0, 4));
      byYear.set(year, add(byYear.get(year) ?? none, sum));
    }
  }
  const first = Math.max(Math.min(thisYear, ...byYear.keys()), thisYear - MOST_YEARS + 1);
  const years = Array.from({ length: thisYear - first + 1 }, (_, i) => first + i);
  return {
    open: sums.open ?? none,
    won: sums.won ?? none,
    lost: sums.lost ?? none,
    years: years.map((year) => ({ year: String(year), ...(byYear.get(year) ?? none) })),
    currency: currencyIn(rows),
  };
}

/** How many per cent of what came to an end were won; undefined of nothing. */
export const winRate = ({ won, lost }: Sums): number | undefined =>
  won.n + lost.n === 0 ? undefined : Math.round((won.n / (won.n + lost.n)) * 100);
