import { expect, test } from 'vitest';
import { allOf } from './filters';
import type { Filter } from './records';

const a: Filter = { field: 'a', op: 'empty' };
const b: Filter = { field: 'b', op: 'empty' };
const either: Filter = { or: [a, { and: [a, b] }] };

test('what holds besides makes a filter no deeper', () => {
  expect(allOf({ and: [a, { and: [b] }] }, b)).toEqual({ and: [a, b, b] });
  expect(allOf(either, b)).toEqual({ and: [either, b] });
  expect(allOf(undefined, either)).toEqual(either);
  expect(allOf(undefined)).toEqual({ and: [] });
});
