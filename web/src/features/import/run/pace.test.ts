import { expect, test } from 'vitest';
import { pace } from './pace';

test('the pace is told once enough was seen', () => {
  expect(pace({ at: 0, processed: 0 }, { at: 1_000, processed: 500 }, 1_000)).toBeNull();
  expect(pace({ at: 0, processed: 0 }, { at: 2_000, processed: 500 }, null)).toBeNull();
  expect(pace({ at: 0, processed: 0 }, { at: 2_000, processed: 500 }, 1_000)).toEqual({ rate: 250, left: 2 });
});
