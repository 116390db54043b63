import { expect, test } from 'vitest';
import {
  following,
  granting,
  grantOf,
  sameRole,
  scopeOf,
  scopesOf,
  withField,
  type Granted,
  type Role,
} from './grants';

const sales: Role = {
  name: 'sales',
  objects: {
    '*': { read: 'own', create: true },
    lead: { read: ['own', { field: 'owner', op: 'empty' }] },
  },
  fields: { 'product.cost': 'hidden' },
};

const account: Granted = { name: 'account', traits: ['owned'] };
const lead: Granted = { name: 'lead', traits: ['owned'] };
const product: Granted = { name: 'product', traits: ['reference'] };

test('an object without an entry is like every other, until something of it is changed', () => {
  expect(grantOf(sales, account)).toEqual({ grant: { read: 'own', create: true }, own: false });
  const changed = granting(sales, account, { export: true });
  expect(grantOf(changed, account)).toEqual({
    grant: { read: 'own', create: true, export: true },
    own: true,
  });
  expect(sameRole(following(changed, 'account'), sales)).toBe(true);
});

test('of records without an owner everybody reads all, and who writes only own ones writes none', () => {
  const { grant } = grantOf(sales, product);
  expect(grant).toMatchObject({ read: 'all', create: false, update: 'none', delete: 'none', import: false });
  expect(granting(sales, product, { export: true }).objects?.product).toMatchObject({
    create: false,
    export: true,
  });
  expect(grantOf({ name: 'x', objects: {} }, product).grant).toEqual({ read: 'all' });
  const boss: Role = { name: 'boss', objects: { '*': { read: 'all', create: true, update: 'all' } } };
  expect(grantOf(boss, product).grant).toMatchObject({ read: 'all', create: true, update: 'all' });
  expect(scopesOf(product)).toEqual(['none', 'all']);
});

test('what is put together of several is custom and kept', () => {
  const { grant } = grantOf(sales, lead);
  expect(scopeOf(grant, 'read')).toBe('custom');
  expect(scopeOf(grant, 'delete')).toBe('none');
  expect(granting(sales, lead, { create: true }).objects?.lead?.read).toEqual(sales.objects?.lead?.read);
});

test('a field that may be written is not kept, and order does not count', () => {
  expect(withField(sales, 'product.cost', 'write').fields).toEqual({});
  const both = withField(sales, 'lead.mobile', 'masked');
  expect(sameRole(withField(withField(both, 'product.cost', 'write'), 'product.cost', 'hidden'), both)).toBe(
    true,
  );
  expect(sameRole(both, sales)).toBe(false);
});
