import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { filledBy } from './useFilled';

test('a product fills in what it has, and choices by their name', () => {
  const product = {
    fields: [
      { name: 'unit', ops: [], choices: [{ code: 'piece', label: { en: 'Piece', 'zh-CN': 'Piece' } }] },
    ],
  } as unknown as ObjectMeta;
  const entry = { id: '1', version: 1, name: 'MES', unit: 'piece', list_price: null } as Entry;
  const source = { link: 'product', fields: { name: 'name', unit: 'unit', unit_price: 'list_price' } };
  expect(filledBy(source, product, entry)).toEqual({ name: 'MES', unit: 'Piece' });
});
