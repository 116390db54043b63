import { expect, test } from 'vitest';
import type { Chip, Condition, How } from './chips';
import { at, completed, drop, fits, newGroup, put, turn } from './slots';

const a: Condition = { field: 'a', op: 'eq', value: 1 };
const b: Condition = { field: 'b', op: 'empty' };
const half: Condition = { field: 'c', op: 'in', value: [] };
const one = (condition: Condition): Chip => ({ kind: 'one', condition });
const group = (how: How, ...of: Chip[]): Chip => ({ kind: 'group', how, of });
const any = (...of: Chip[]) => group('any', ...of);
const all = (...of: Chip[]) => group('all', ...of);
const chips: Chip[] = [one(a), any(one(a), all(one(a), one(b)))];

test('a condition is put where it is edited, again and again', () => {
  const once = put(chips, [2], half);
  expect(put(once, [2], b)).toEqual([...chips, one(b)]);
  expect(put(chips, [1, 2], a)[1]).toEqual(any(one(a), all(one(a), one(b)), one(a)));
  expect(put(chips, [1, 1, 0], b)[1]).toEqual(any(one(a), all(one(b), one(b))));
  expect(at(chips, [1, 1, 1])).toBe(b);
  expect(at(chips, [1])).toBeUndefined();
  expect(at(chips, [9, 1])).toBeUndefined();
});

test('a group begins with its first condition and holds otherwise than what it stands in', () => {
  expect(put(chips, [2, 0], b)[2]).toEqual(any(one(b)));
  expect(put(chips, [1, 2, 0], b)[1]).toEqual(any(one(a), all(one(a), one(b)), all(one(b))));
  expect(newGroup(chips, [2])).toBe('any');
  expect(newGroup(chips, [1, 2])).toBe('all');
  expect(newGroup([group('none', one(a))], [0, 1])).toBe('all');
});

test('a group goes with its last condition, and what stood around it alone', () => {
  const fewer = drop(drop(chips, [1, 0]), [1, 0, 0]);
  expect(fewer[1]).toEqual(any(all(one(b))));
  expect(drop(fewer, [1, 0, 0])).toEqual([one(a)]);
  expect(drop(chips, [1])).toEqual([one(a)]);
});

test('a group is turned with what is in it', () => {
  expect(turn(chips, [1, 1], 'none')[1]).toEqual(any(one(a), group('none', one(a), one(b))));
});

test('groups nest as deep as the server takes them', () => {
  const nested = (times: number): Chip => (times === 0 ? one(a) : any(nested(times - 1)));
  expect(fits([nested(7)])).toBe(true);
  expect(fits([nested(8)])).toBe(false);
  expect(newGroup([nested(6)], [0, 0, 0, 0, 0, 0, 1])).toBe('all');
  expect(newGroup([nested(7)], [0, 0, 0, 0, 0, 0, 0, 1])).toBeUndefined();
  expect(fits([group('none', one(a), nested(6))])).toBe(false);
});

test('what is half said does not filter', () => {
  expect(completed([one(half), any(one(half), one(b), all(one(half)))])).toEqual([any(one(b))]);
});
