import { expect, test } from 'vitest';
import { isPicture, unfit } from './check';

const MB = 1024 * 1024;
const file = (size: number, type = 'application/pdf') => ({ size, type });

test('what would be refused is known before it is sent', () => {
  expect(unfit(file(0), false, 50 * MB)).toBe('empty');
  expect(unfit(file(50 * MB), false, 50 * MB)).toBeUndefined();
  expect(unfit(file(50 * MB + 1), false, 50 * MB)).toBe('too_large');
  expect(unfit(file(1), true, 50 * MB)).toBe('no_picture');
  expect(unfit(file(1, 'image/svg+xml'), true, 50 * MB)).toBe('no_picture');
  expect(unfit(file(1, 'image/webp'), true, 50 * MB)).toBeUndefined();
});

test('without a known limit the server has the word', () => {
  expect(unfit(file(900 * MB), false)).toBeUndefined();
});

test('a picture that can carry script is shown as a file', () => {
  expect(isPicture({ type: 'image/png' })).toBe(true);
  expect(isPicture({ type: 'image/svg+xml' })).toBe(false);
  expect(isPicture({})).toBe(false);
});
