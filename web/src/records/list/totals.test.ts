import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import { askedTotals, isConverted, totalFnsOf } from './totals';

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

test('a total says that it is converted when a value is in another currency', () => {
  const entry = (currency?: string) => ({
    id: '1',
    version: 1,
    worth: currency ? { amount: '1', currency } : null,
  });
  const total = { amount: '2', currency: 'CNY' };
  expect(isConverted([entry('CNY'), entry()], worth, total)).toBe(false);
  expect(isConverted([entry('CNY'), entry('USD')], worth, total)).toBe(true);
  expect(isConverted([entry('USD')], column('n', 'integer'), '7')).toBe(false);
});
