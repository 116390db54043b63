import { expect, test } from 'vitest';
import { holds, links } from './holds';

const rows = {
  pages: [
    { items: [{ id: 'deal', name: 'seven', account: { id: 'seven', label: 'Seven Ltd' }, amount: null }] },
  ],
};

test('a record is held where it stands itself and where it is linked', () => {
  expect(holds(rows, new Set(['seven']))).toBe(true);
  expect(holds(rows, new Set(['deal']))).toBe(true);
});

test('words that are no ids hold nobody', () => {
  expect(holds(rows, new Set(['Seven Ltd', 'eight']))).toBe(false);
  expect(holds(undefined, new Set(['seven']))).toBe(false);
});

test('a record is linked where another leads to it, and not where it stands itself', () => {
  const tree = [
    { id: 'holding', version: 1, parent: null },
    { id: 'plant', version: 4, parent: { id: 'holding', label: 'Holding' } },
  ];
  expect(links({ pages: [{ items: tree }] }, new Set(['holding']))).toBe(true);
  expect(links({ pages: [{ items: tree }] }, new Set(['plant']))).toBe(false);
});
