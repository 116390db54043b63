import { expect, test } from 'vitest';
import { negated, plus, together } from './decimal';

test('adds amounts exactly', () => {
  expect(plus('0.10', '0.20')).toBe('0.30');
  expect(plus('9007199254740993.01', '0.01')).toBe('9007199254740993.02');
  expect(plus('1.00', negated('2.50'))).toBe('-1.50');
  expect(plus('1.00', negated('-2.50'))).toBe('3.50');
});

test('loses no cent over many', () => {
  expect(Array.from({ length: 1_000 }, () => 0.1).reduce(together, 0)).toBe(100);
  expect(together(1e21, 1)).toBe(1e21);
});
