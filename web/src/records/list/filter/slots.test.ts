import { expect, test } from 'vitest';
import type { Chip, Condition } from './chips';
import { at, completed, drop, put } from './slots';

const a: Condition = { field: 'a', op: 'eq', value: 1 };
const b: Condition = { field: 'b', op: 'empty' };
const half: Condition = { field: 'c', op: 'in', value: [] };
const chips: Chip[] = [
  { kind: 'one', condition: a },
  { kind: 'any', of: [a, b] },
];

test('a condition is put where it is edited, again and again', () => {
  const once = put(chips, { i: 2 }, half);
  expect(put(once, { i: 2 }, b)).toEqual([...chips, { kind: 'one', condition: b }]);
  expect(put(chips, { i: 2, j: 0 }, b)[2]).toEqual({ kind: 'any', of: [b] });
  expect(put(chips, { i: 1, j: 2 }, a)[1]).toEqual({ kind: 'any', of: [a, b, a] });
  expect(at(chips, { i: 1, j: 1 })).toBe(b);
  expect(at(chips, { i: 1 })).toBeUndefined();
  expect(at(chips, { i: 9 })).toBeUndefined();
});

test('a group goes with its last condition', () => {
  const fewer = drop(chips, { i: 1, j: 0 });
  expect(fewer[1]).toEqual({ kind: 'any', of: [b] });
  expect(drop(fewer, { i: 1, j: 0 })).toEqual([chips[0]]);
  expect(drop(chips, { i: 1 })).toEqual([chips[0]]);
});

test('what is half said does not filter', () => {
  expect(
    completed([
      { kind: 'one', condition: half },
      { kind: 'any', of: [half, b] },
    ]),
  ).toEqual([{ kind: 'any', of: [b] }]);
});
