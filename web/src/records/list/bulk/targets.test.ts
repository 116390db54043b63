import { expect, test } from 'vitest';
import { nothing } from '../selection';
import { filterOf, targetOf } from './targets';

test('some are meant by their ids, all by the filter and their number', () => {
  const some = { ...nothing, ids: new Set(['a', 'b']) };
  expect(targetOf(some, { field: 'x', op: 'empty' })).toEqual({ ids: ['a', 'b'] });
  expect(targetOf({ ...some, all: 12 }, { field: 'x', op: 'empty' })).toEqual({
    filter: { field: 'x', op: 'empty' },
    expected: 12,
  });
  expect(targetOf({ ...some, all: 12 }, undefined)).toEqual({ filter: { and: [] }, expected: 12 });
});

test('many ids are asked for in pieces', () => {
  expect(filterOf({ ids: ['a'] })).toEqual({ field: 'id', op: 'in', value: ['a'] });
  const many = filterOf({ ids: Array.from({ length: 1_100 }, (_, i) => String(i)) });
  expect('or' in many && many.or.map((each) => 'value' in each && (each.value as string[]).length)).toEqual([
    500, 500, 100,
  ]);
});
