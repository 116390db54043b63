import { expect, test } from 'vitest';
import { Problem } from '@/lib/api';
import type { Filter } from '@/lib/records';
import { keyOf, refusalsOf } from './refusals';

const status: Filter = { field: 'status', op: 'eq', value: 'new' };
const colour: Filter = { field: 'c_colour', op: 'eq', value: 'red' };
const both: Filter = { and: [status, colour] };
const unknown = (field: string) =>
  new Problem({
    status: 400,
    code: 'record.unknown_field',
    errors: [{ field, code: 'record.unknown_field', message: 'gone' }],
  });

test('the part of the filter that the server does not know is to blame', () => {
  expect(refusalsOf(unknown('c_colour'), both)).toEqual({ [keyOf(colour)]: 'gone' });
});

test('a column or an order that is gone is not blamed on the filter', () => {
  expect(refusalsOf(unknown('c_size'), both, { fields: ['name', 'c_size'] })).toEqual({});
  expect(refusalsOf(unknown('c_size'), both, { sort: ['-c_size'] })).toEqual({});
  expect(refusalsOf(unknown('c_colour'), both, { fields: ['c_colour'] })).toEqual({
    [keyOf(colour)]: 'gone',
  });
});

test('a refusal that names nothing is blamed on all of the filter, one of another kind on none', () => {
  expect(Object.keys(refusalsOf(new Problem({ status: 422 }), both))).toHaveLength(2);
  expect(refusalsOf(new Problem({ status: 500 }), both)).toEqual({});
});
