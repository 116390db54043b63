import { expect, test } from 'vitest';
import { mentions } from './mentions';

const rows = {
  pages: [
    { items: [{ id: 'deal', name: 'seven', account: { id: 'seven', label: 'Seven Ltd' }, amount: null }] },
  ],
};

test('a record is mentioned where it stands itself and where it is linked', () => {
  expect(mentions(rows, new Set(['seven']))).toBe(true);
  expect(mentions(rows, new Set(['deal']))).toBe(true);
});

test('words that are no ids mention nobody', () => {
  expect(mentions(rows, new Set(['Seven Ltd', 'eight']))).toBe(false);
  expect(mentions(undefined, new Set(['seven']))).toBe(false);
});
