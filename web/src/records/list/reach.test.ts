import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { linksOn } from './reach';

const meta = {
  name: 'deal',
  inverses: [{ name: 'lines', object: 'line' }],
  fields: [
    { name: 'name', access: 'read', ops: [] },
    { name: 'customer', access: 'read', ops: [], target: 'customer' },
    { name: 'rival', access: 'hidden', ops: [], target: 'rival' },
  ],
} as unknown as ObjectMeta;

test('a path begins by a link of the object, which the person may not see or which leads there from elsewhere', () => {
  expect(linksOn(['name', 'customer.owner.name', 'rival.name', 'lines.total'], meta)).toEqual(['customer']);
});
