import { expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
import { isChangedInCell, leastWidth, usualColumns, usualWidth } from './columns';

const field = (more: Partial<Field> = {}) =>
  ({ name: 'company', type: 'text', access: 'write', label: {}, ops: [], ...more }) as unknown as Field;

const meta = (update: boolean) => ({ name: 'lead', can: { update } }) as unknown as ObjectMeta;

test('a cell is changed by who may change the record and the field', () => {
  expect(isChangedInCell(meta(true), field())).toBe(true);
  expect(isChangedInCell(meta(false), field())).toBe(false);
  for (const access of ['read', 'masked', 'hidden'] as const) {
    expect(isChangedInCell(meta(true), field({ access })), access).toBe(false);
  }
});

test('what Hemai fills in, what stays as it was made and what belongs to another record is not', () => {
  expect(isChangedInCell(meta(true), field({ read_only: true }))).toBe(false);
  expect(isChangedInCell(meta(true), field({ fixed: true }))).toBe(false);
  expect(isChangedInCell(meta(true), field({ name: 'account.industry' }))).toBe(false);
  expect(isChangedInCell(meta(true), field({ type: 'json' }))).toBe(false);
});

const several = [{ code: 'a' }, { code: 'b' }];

const leads = {
  name: 'lead',
  name_field: 'name',
  sections: [{ name: 'main', fields: ['name', 'company', 'mobile', 'email'] }],
  columns: [],
  fields: [
    field({ name: 'owner', type: 'user' }),
    field({ name: 'name' }),
    field({ name: 'company', searchable: true }),
    field({ name: 'mobile', type: 'phone' }),
    field({ name: 'email', type: 'email' }),
    field({ name: 'source', type: 'choice', indexed: true, choices: several }),
    field({ name: 'status', type: 'choice', phase: true, choices: several }),
    field({ name: 'expected_amount', type: 'money' }),
    field({ name: 'score', type: 'integer', indexed: true }),
    field({ name: 'pool', type: 'link', target: 'pool' }),
    field({ name: 'last_activity_at', type: 'datetime' }),
  ],
} as unknown as ObjectMeta;

test('who is called is told by where they are, how far they have come and how they are reached, not by a sum that few have', () => {
  expect(usualColumns(leads).map(({ name }) => name)).toEqual([
    'name',
    'company',
    'status',
    'mobile',
    'score',
    'source',
    'owner',
    'last_activity_at',
  ]);
});

test('a module names the columns of its lists; what the person does not see is left out', () => {
  const named = {
    ...leads,
    columns: ['email', 'gone', 'secret', 'company'],
    fields: [...leads.fields, field({ name: 'secret', access: 'hidden' })],
  } as unknown as ObjectMeta;
  expect(usualColumns(named).map(({ name }) => name)).toEqual(['name', 'email', 'company']);
});

test('the usual columns fit beside the sidebar on a desk', () => {
  const least = usualColumns(leads).map((column) => leastWidth(column, usualWidth(column, leads)));
  expect(least.reduce((sum, width) => sum + width, 44)).toBeLessThanOrEqual(1440 - 216);
});

test('names of people get less room than those of companies', () => {
  const accounts = { ...leads, fields: leads.fields.filter(({ name }) => name !== 'email') };
  const [name = field()] = usualColumns(leads);
  expect(usualWidth(name, leads)).toBeLessThan(usualWidth(name, accounts));
});

test('a record of which others are parts does not begin with the whole', () => {
  const parent = field({ name: 'parent', type: 'link', target: 'lead' });
  const inParts = {
    ...leads,
    sections: [{ ...leads.sections[0], fields: ['name', 'parent'] }],
    fields: [field({ name: 'name' }), parent],
  } as unknown as ObjectMeta;
  expect(usualColumns(inParts).map(({ name }) => name)).toEqual(['name']);
});
