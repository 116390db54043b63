import { expect, test } from 'vitest';
import { all } from './filters';
import type { Filter } from './records';

const a: Filter = { field: 'a', op: 'empty' };
const b: Filter = { field: 'b', op: 'empty' };
const either: Filter = { or: [a, { and: [a, b] }] };

test('what holds besides makes a filter no deeper', () => {
  expect(all({ and: [a, { and: [b] }] }, b)).toEqual({ and: [a, b, b] });
  expect(all(either, b)).toEqual({ and: [either, b] });
  expect(all(undefined, either)).toEqual(either);
  expect(all(undefined)).toEqual({ and: [] });
});
