import { expect, test } from 'vitest';
import { nothing, range, share, sizeOf, toggle, toggleLoaded } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

test('a range goes both ways and follows its anchor', () => {
  const one = toggle(nothing, 'b', order);
  expect(ids(range(one, 'd', order))).toBe('bcd');
  expect(ids(range(range(one, 'd', order), 'a', order))).toBe('abcd');
  expect(ids(range(toggle(nothing, 'd', order), 'b', order))).toBe('bcd');
});

test('a range from a record let go lets go', () => {
  const all = toggleLoaded(nothing, order);
  expect(ids(range(toggle(all, 'b', order), 'd', order))).toBe('ae');
});

test('a range without a beginning in the list is one record', () => {
  expect(ids(range(nothing, 'c', order))).toBe('c');
  expect(ids(range(toggle(nothing, 'gone', order), 'c', order))).toBe('cgone');
});

test('all that match are no longer meant once one is let go', () => {
  const all = { ...toggleLoaded(nothing, order), all: 12_400 };
  expect(sizeOf(all)).toBe(12_400);
  expect(share(all, order)).toBe('all');
  const fewer = toggle(all, 'c', order);
  expect(sizeOf(fewer)).toBe(4);
  expect(share(fewer, order)).toBe('some');
  expect(ids(toggle(all, 'f', [...order, 'f']))).toBe('abcde');
});

test('the box in the header chooses what is loaded, and again nothing', () => {
  expect(ids(toggleLoaded(toggle(nothing, 'b', order), order))).toBe('abcde');
  expect(sizeOf(toggleLoaded(toggleLoaded(nothing, order), order))).toBe(0);
  expect(share(nothing, order)).toBe('none');
  expect(share(nothing, [])).toBe('none');
});
