import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { keyFacts, pathOf } from './telling';

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

test('the path is that of a phase, best of one that can be written', () => {
  const status = field('status', 'choice', { ...two, read_only: true });
  const stage = field('stage', 'choice', two);
  expect(pathOf(meta([status, stage]))?.name).toBe('stage');
  expect(pathOf(meta([status]))?.name).toBe('status');
  expect(pathOf(meta([field('kind', 'choice', { ...two, phase: false })]))).toBeUndefined();
  expect(pathOf(meta([field('stage', 'choice', { ...two, access: 'hidden' })]))).toBeUndefined();
});

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
