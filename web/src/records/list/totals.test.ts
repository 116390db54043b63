import { expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
import { bring } from '../brought';
import { askedTotals, asking, askings, told, totalFnsOf } from './totals';

const column = (name: string, type: string, access = 'write') => ({ name, type, access }) as unknown as Field;
const worth = column('worth', 'money');

test('shares do not add up, and what is no number or hidden from the person has no total', () => {
  expect(totalFnsOf(worth)).toEqual(['sum', 'avg', 'min', 'max']);
  expect(totalFnsOf(column('share', 'percent'))).toEqual(['avg', 'min', 'max']);
  expect(totalFnsOf(column('name', 'text'))).toEqual([]);
  expect(totalFnsOf(column('worth', 'money', 'masked'))).toEqual([]);
});

test('only what can be worked out of columns that are shown is asked for', () => {
  const asked = askedTotals([worth, column('share', 'percent')], { worth: 'max', share: 'sum', gone: 'sum' });
  expect(asked).toEqual([{ column: worth, fn: 'max' }]);
});

test('a total is rounded, and converted only where the report says so', () => {
  const asked = askedTotals([worth, column('share', 'percent')], { worth: 'sum', share: 'avg' });
  const total = { amount: '2.3456', currency: 'CNY' };
  const columns = [
    { name: 'm0', kind: 'measure' as const, converted: true },
    { name: 'm1', kind: 'measure' as const },
  ];
  expect(told(asked, { columns, total: [total, '33.3333'] })).toEqual({
    worth: { value: total, converted: true },
    share: { value: '33.33', converted: false },
  });
});

test('what records are about is summed unless somebody wants otherwise', () => {
  bring({ objects: { deal: { sum: 'worth' } } });
  const meta = { name: 'deal' } as ObjectMeta;
  expect(askings(meta)).toEqual({ worth: 'sum' });
  expect(asking(meta, {}, 'worth', undefined)).toEqual({ worth: 'none' });
  expect(askedTotals([worth], askings(meta, { worth: 'none' }))).toEqual([]);
  expect(asking(meta, { worth: 'none' }, 'worth', 'sum')).toBeUndefined();
  expect(asking(meta, { age: 'avg' }, 'age', undefined)).toBeUndefined();
  bring({});
});
