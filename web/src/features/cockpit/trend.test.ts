import { expect, test } from 'vitest';
import { trend } from './trend';

test('a trend is told in per cent of what was', () => {
  expect(trend(150, 100)).toBe(50);
  expect(trend(50, 100)).toBe(-50);
  expect(trend(0, 100)).toBe(-100);
});

test('nothing is compared with nothing, or with next to nothing', () => {
  expect(trend(5, 0)).toBeUndefined();
  expect(trend(1000, 1)).toBeUndefined();
});
