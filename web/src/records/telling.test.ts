import { expect, test } from 'vitest';
import { fieldsOf, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { bring } from './brought';
import { keyFacts, saysItself, tellingFacts } from './telling';

const field = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  ops: [],
  label: {},
  access: 'write',
  read_only: false,
  ...more,
});
const two = { choices: [{ code: 'a' }, { code: 'b' }], phase: true };

const meta = (fields: object[], more: object = {}) =>
  ({
    name: 'c_plant',
    name_field: 'name',
    sections: [],
    layouts: {},
    fields,
    ...more,
  }) as unknown as ObjectMeta;

test('beside the name stands one field of each kind that tells most', () => {
  const of = meta([
    field('name', 'text', { searchable: true }),
    field('c_sum', 'money'),
    field('c_other', 'money'),
    field('campaign', 'link'),
    field('c_number', 'text', { searchable: true, unique: true }),
    field('c_customer', 'link', { custom: true }),
    field('c_code', 'text', { searchable: true }),
    field('c_note', 'text'),
    field('owner', 'user'),
    field('c_due', 'date', { custom: true }),
  ]);
  expect(keyFacts(of).map(({ name }) => name)).toEqual(['c_customer', 'c_code', 'c_sum', 'c_due', 'owner']);
});

test('what the company put beside the name stands there, in its order, as far as it can be seen', () => {
  const of = meta([field('a', 'text'), field('b', 'text'), field('c', 'text', { access: 'hidden' })], {
    layouts: { page: { sections: [], key: ['b', 'gone', 'c', 'a'] } },
  });
  expect(keyFacts(of).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('in a line stand sums and days, what comes next, then the others, as far as they are known', () => {
  const fields = [
    field('account', 'link', { required: true }),
    field('amount', 'money'),
    field('close_date', 'date', { indexed: true }),
    field('phone', 'phone'),
    field('owner', 'user'),
    field('next_step', 'text'),
  ];
  const told = (entry: object, more: object = {}) =>
    tellingFacts(meta(fields, more), entry as Entry).map(({ name }) => name);
  const full = { account: 'a', amount: 1, close_date: 'd', phone: 'p', owner: 'o', next_step: 'n' };
  expect(told(full)).toEqual(['amount', 'close_date', 'next_step']);
  expect(told({ ...full, amount: null, next_step: '' })).toEqual(['close_date', 'account', 'owner']);
  const chosen = { layouts: { page: { sections: [], key: ['owner', 'amount'] } } };
  expect(told(full, chosen)).toEqual(['owner', 'amount', 'next_step']);
});

test('of sums only that which a record on its way is about says itself; what comes next is called so', () => {
  const all = [
    field('stage', 'choice', two),
    field('sum', 'money'),
    field('cost', 'money'),
    field('next_step', 'text'),
  ];
  const unnamed = (name: string) => {
    const of = meta(all, { name });
    return fieldsOf(of)
      .filter((each) => saysItself(of, each))
      .map((each) => each.name);
  };
  bring({ objects: { deal: { sum: 'sum' } } });
  expect(unnamed('deal')).toEqual(['stage', 'sum']);
  expect(unnamed('c_plant')).toEqual(['stage']);
});

test('of what is there to be done stands beside the name by when', () => {
  const of = meta([field('until', 'datetime'), field('since', 'datetime')], { name: 'chore' });
  bring({ objects: { chore: { tick: { verb: 'complete', done: 'done', due: 'until' } } } });
  expect(keyFacts(of).map(({ name }) => name)).toEqual(['until']);
});
