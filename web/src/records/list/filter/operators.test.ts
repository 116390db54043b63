import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import english from '@/messages/en';
import { begin, counted, forEditing, isComplete, opsOf, periods, withOp, wordOf } from './operators';

const field = (type: string, ops: string[], access: Field['access'] = 'write') =>
  ({ name: 'x', type, ops, access }) as Field;

const choice = field('choice', ['eq', 'ne', 'in', 'not_in', 'starts_with', 'empty', 'not_empty']);

test('only operators that the field has and people tell apart are offered', () => {
  expect(opsOf(choice)).toEqual(['in', 'not_in', 'empty', 'not_empty']);
  expect(opsOf(field('boolean', ['eq', 'ne', 'empty', 'not_empty']))).toEqual(['eq', 'empty', 'not_empty']);
  expect(opsOf(field('phone', ['eq', 'contains', 'empty', 'not_empty'], 'masked'))).toEqual([
    'empty',
    'not_empty',
  ]);
});

test('amounts and shares begin with what is more, all else with what is offered first', () => {
  const number = ['eq', 'ne', 'gt', 'lt', 'between', 'empty', 'not_empty'];
  expect(begin(field('percent', number), 'a.x')).toEqual({ field: 'a.x', op: 'gt' });
  expect(begin(field('money', number), 'x').op).toBe('gt');
  expect(begin(field('integer', number), 'x').op).toBe('eq');
  expect(begin(field('money', number, 'masked'), 'x').op).toBe('empty');
  expect(begin(choice, 'x').op).toBe('in');
});

test('words fit the type', () => {
  expect(wordOf('date', 'lt')).toBe('before');
  expect(wordOf('datetime', 'gt')).toBe('after');
  expect(wordOf('money', 'lt')).toBe('less');
  expect(wordOf('integer', 'eq')).toBe('equals');
  expect(wordOf('choice', 'in')).toBe('is');
  expect(wordOf('tags', 'not_in')).toBe('has_none');
  expect(wordOf('region', 'starts_with')).toBe('lies_in');
  expect(wordOf('something new', 'starts_with')).toBe('starts_with');
});

test('every word and period is in the messages', () => {
  const all = ['choice', 'tags', 'text', 'integer', 'date', 'datetime', 'boolean', 'region'].flatMap((type) =>
    (['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'between', 'in', 'not_in', 'contains', 'starts_with'] as const)
      .concat(['empty', 'not_empty', 'within'] as never[])
      .map((op) => wordOf(type, op)),
  );
  expect(all.filter((word) => !(word in english.filter.op))).toEqual([]);
  expect(periods.filter((period) => !(period in english.filter.period))).toEqual([]);
});

test('a change of operator keeps what still makes sense', () => {
  const one = { field: 'x', op: 'eq', value: 5 } as const;
  expect(withOp(one, 'between')).toEqual({ field: 'x', op: 'between', value: [5] });
  expect(withOp(one, 'gt')).toEqual({ field: 'x', op: 'gt', value: 5 });
  expect(withOp(one, 'empty')).toEqual({ field: 'x', op: 'empty' });
  expect(withOp({ field: 'x', op: 'between', value: [1, 2] }, 'lt')).toEqual({
    field: 'x',
    op: 'lt',
    value: 1,
  });
  expect(withOp({ field: 'x', op: 'within', value: 'today' }, 'lt')).toEqual({ field: 'x', op: 'lt' });
});

test('one option can become several, and the rest is edited as it is', () => {
  const one = { field: 'x', op: 'eq', value: 'a' } as const;
  expect(forEditing(choice, one)).toEqual({ field: 'x', op: 'in', value: ['a'] });
  const begins = { field: 'x', op: 'starts_with', value: 'a' } as const;
  expect(forEditing(choice, begins)).toBe(begins);
});

test('conditions are complete with the values that they take', () => {
  expect(isComplete({ field: 'x', op: 'empty' })).toBe(true);
  expect(isComplete({ field: 'x', op: 'in', value: [] })).toBe(false);
  expect(isComplete({ field: 'x', op: 'between', value: [1] })).toBe(false);
  expect(isComplete({ field: 'x', op: 'between', value: [1, null] })).toBe(false);
  expect(isComplete({ field: 'x', op: 'eq', value: false })).toBe(true);
  expect(isComplete({ field: 'x', op: 'eq', value: '' })).toBe(false);
});

test('counted periods are understood', () => {
  expect(counted('last_30_days')).toEqual({ key: 'last_days', n: '30' });
  expect(counted('next_2_weeks')).toEqual({ key: 'next_weeks', n: '2' });
  expect(counted('this_week')).toBeUndefined();
});
