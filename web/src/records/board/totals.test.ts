import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { Entry } from '@/lib/records';
import {
  columnTotals,
  inOrder,
  laneTotal,
  moved as movedIn,
  totalsOf as read,
  type Summed,
  type Totals,
} from './totals';

beforeAll(() => i18next.init({ lng: 'en', resources: {} }));

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
const totalsOf = (told: Parameters<typeof read>[0]) => columnTotals(read(told));
const moved = (totals: Totals, card: Entry, from: string, to: string, of: Summed) =>
  columnTotals(
    movedIn({ lanes: [{ id: undefined, name: '', totals }], more: false }, card, undefined, from, to, of),
  );
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

test('lanes are whose the cards are: one\u2019s own first, nobody\u2019s last, and columns are all of them', () => {
  const person = (id: string, label: string) => ({ id, label });
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const board = read(
    {
      columns: [
        { name: 'stage', kind: 'group' },
        { name: 'owner', kind: 'group' },
        { name: 'n', kind: 'measure' },
        { name: 'sum', kind: 'measure' },
      ],
      rows: [
        ['proposal', null, 1, null],
        ['proposal', person('w', 'Wang'), 2, cny('10.10')],
        ['won', person('w', 'Wang'), 3, cny('0.90')],
        ['proposal', person('a', 'An'), 4, cny('5.00')],
        ['proposal', person('m', 'Me'), 5, null],
      ],
      more: true,
    },
    true,
  );
  expect(board.more).toBe(true);
  expect(inOrder(board.lanes, 'm').map(({ id }) => id)).toEqual(['m', 'a', 'w', null]);
  expect(board.lanes.filter(({ id }) => id === 'w').map(laneTotal)).toEqual([
    { count: 5, sum: cny('11.00') },
  ]);
  expect(columnTotals(board)).toEqual({
    proposal: { count: 12, sum: cny('15.10') },
    won: { count: 3, sum: cny('0.90') },
  });
});
