import { expect, test } from 'vitest';
import { drawnWith } from './drawn';

const range = { startIndex: 10, endIndex: 12, overscan: 1, count: 100 };

test('what is held is drawn wherever it is, once and in its place', () => {
  expect(drawnWith([])(range)).toEqual([9, 10, 11, 12, 13]);
  expect(drawnWith([2, 11, 40])(range)).toEqual([2, 9, 10, 11, 12, 13, 40]);
});
