import { expect, test } from 'vitest';
import { moved, totalsOf } from './totals';

const report = {
  columns: [
    { name: 'stage', kind: 'group' as const },
    { name: 'n', kind: 'measure' as const },
    { name: 'sum', kind: 'measure' as const },
    { name: 'weighted', kind: 'measure' as const },
  ],
  rows: [
    ['proposal', 2, { amount: '300.50', currency: 'CNY' }, { amount: '150.25', currency: 'CNY' }],
    ['won', 1, null, null],
    [null, 4, { amount: '1.00', currency: 'CNY' }, null],
  ],
};
const totals = totalsOf(report);
const card = (amount: string, currency = 'CNY') => ({ id: '1', version: 1, amount: { amount, currency } });

test('the report is read by the names of its columns', () => {
  expect(totals).toEqual({
    proposal: {
      count: 2,
      sum: { amount: '300.50', currency: 'CNY' },
      weighted: { amount: '150.25', currency: 'CNY' },
    },
    won: { count: 1 },
    '': { count: 4, sum: { amount: '1.00', currency: 'CNY' } },
  });
});

test('a report without sums still counts', () => {
  const { columns, rows } = report;
  expect(totalsOf({ columns: columns.slice(0, 2), rows })).toMatchObject({ proposal: { count: 2 } });
  expect(totalsOf({ columns, rows: [] })).toEqual({});
});

test('a move takes count and sum along, to the last digit', () => {
  const after = moved(totals, card('0.10'), 'proposal', 'lost', { sum: 'amount' });
  expect(after.proposal).toMatchObject({ count: 1, sum: { amount: '300.40', currency: 'CNY' } });
  expect(after.lost).toEqual({ count: 1, sum: { amount: '0.10', currency: 'CNY' } });
  expect(moved(after, card('0.10'), 'lost', 'proposal', { sum: 'amount' }).proposal).toEqual(totals.proposal);
});

test('sums below nothing keep their sign', () => {
  const after = moved(totals, card('300.75'), 'proposal', 'won', { sum: 'amount' });
  expect(after.proposal?.sum?.amount).toBe('-0.25');
});

test('another currency counts but is not added', () => {
  const after = moved(totals, card('5.00', 'USD'), 'proposal', '', { sum: 'amount' });
  expect(after.proposal).toMatchObject({ count: 1, sum: { amount: '300.50', currency: 'CNY' } });
  expect(after['']).toEqual({ count: 5, sum: { amount: '1.00', currency: 'CNY' } });
});
