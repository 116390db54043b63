import { expect, test } from 'vitest';
import { isolated } from './i18n';

test('a name from right to left keeps its direction to itself', () => {
  expect(isolated('שלום')).toBe('\u2068שלום\u2069');
  expect(isolated('شركة 42')).toBe('\u2068شركة 42\u2069');
  expect(isolated('华东精密 <b>')).toBe('华东精密 <b>');
});

test('no name turns the sentence round that it stands in', () => {
  expect(isolated('a\u202Efdp.exe')).toBe('afdp.exe');
  expect(isolated('\u2069שלום')).toBe('\u2068שלום\u2069');
});
