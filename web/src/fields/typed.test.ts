import { expect, test } from 'vitest';
import { typed } from './typed';

test.each([
  ['12\u4e07', '120000'],
  ['1.25\u4ebf', '125000000'],
  ['0.5\u4e07', '5000'],
  ['1.23456\u4e07', '12345.6'],
  ['\u00a51,200.50', '1200.50'],
  ['\uff11\uff12\u4e07\u5143', '120000'],
  ['-3k', '-3000'],
  ['12.', '12.'],
  ['12', '12'],
  ['', ''],
])('%s is %s', (text, number) => {
  expect(typed(text)).toBe(number);
});
