import { expect, test } from 'vitest';
import { holds } from './holds';

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
