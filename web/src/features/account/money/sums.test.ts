import { expect, test } from 'vitest';
import { summed, winRate } from './sums';

const row = (status: string, closed_at: string | null, count: number, amount?: string) => ({
  status,
  closed_at,
  count,
  amount: amount === undefined ? null : { amount, currency: 'USD' },
});

test('deals are summed by status, and what was won by year without gaps', () => {
  const sums = summed(
    [
      row('open', null, 2, '300.00'),
      row('won', '2024-01-01', 1, '50.50'),
      row('won', '2026-01-01', 3, '100.00'),
      row('lost', '2026-01-01', 4),
    ],
    2026,
  );
  expect(sums.open).toEqual({ n: 2, amount: 300 });
  expect(sums.won).toEqual({ n: 4, amount: 150.5 });
  expect(sums.years).toEqual([
    { year: '2024', n: 1, amount: 50.5 },
    { year: '2025', n: 0, amount: 0 },
    { year: '2026', n: 3, amount: 100 },
  ]);
  expect(sums.currency).toBe('USD');
  expect(winRate(sums)).toBe(50);
});

test('old years are left out, and nothing at all is this year without anything', () => {
  expect(summed([row('won', '1999-01-01', 1, '1')], 2026).years.map(({ year }) => year)[0]).toBe('2021');
  expect(summed([], 2026).years).toEqual([{ year: '2026', n: 0, amount: 0 }]);
  expect(winRate(summed([], 2026))).toBeUndefined();
});
