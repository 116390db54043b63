import { expect, test } from 'vitest';
import { isolated, mid } from './i18n';

test('a name from right to left keeps its direction to itself', () => {
  expect(isolated('שלום')).toBe('\u2068שלום\u2069');
  expect(isolated('شركة 42')).toBe('\u2068شركة 42\u2069');
  expect(isolated('华东精密 <b>')).toBe('华东精密 <b>');
});

test('no name turns the sentence round that it stands in', () => {
  expect(isolated('a\u202Efdp.exe')).toBe('afdp.exe');
  expect(isolated('\u2069שלום')).toBe('\u2068שלום\u2069');
});

test('what an object is called has no capital within a sentence, unless it is one of capitals', () => {
  expect(['Lead', 'Price book', 'SKU', '线索', '设备'].map(mid)).toEqual([
    'lead',
    'price book',
    'SKU',
    '线索',
    '设备',
  ]);
});
