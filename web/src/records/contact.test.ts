import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { contactFields, contactOf } from './contact';

const field = (name: string, type: string, access = 'write') => ({ name, type, access, label: {}, ops: [] });
const meta = {
  fields: [
    field('name', 'text'),
    field('phone', 'phone'),
    field('mobile', 'phone'),
    field('private', 'phone', 'masked'),
    field('email', 'email', 'read'),
    field('other', 'email', 'hidden'),
  ],
} as unknown as ObjectMeta;

test('only what is seen in full is asked for', () => {
  expect(contactFields(meta).map(({ name }) => name)).toEqual(['phone', 'mobile', 'email']);
});

test('the first number that can be called, without spaces, and the first address', () => {
  const entry = {
    id: '1',
    version: 1,
    phone: '138****8000',
    mobile: '+86 138-0013 8000',
    email: 'wang@a.cn',
  };
  expect(contactOf(meta, entry)).toEqual({ tel: '+8613800138000', mail: 'wang@a.cn' });
  expect(contactOf(meta, { id: '1', version: 1, phone: null, email: 'w***@a.cn' })).toEqual({
    tel: undefined,
    mail: undefined,
  });
});
