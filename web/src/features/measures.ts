import { currencyOf, type Row } from '@/lib/reports';

/** What the deals are worth together. */
export const sum = { fn: 'sum' as const, field: 'amount', name: 'amount' };

/** The currency of amounts that were added, which is the company's own. */
export const currencyIn = (rows: Row[]): string =>
  rows.map((row) => currencyOf(row.amount)).find(Boolean) ?? 'CNY';
