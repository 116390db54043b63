import { expect, test } from 'vitest';
import { stagesOf } from './stages';

test('a path has the stages of its own pipeline, and all as long as none are known', () => {
  const known = [
    { pipeline: 'default', code: 'first', status: 'open', limit: null },
    { pipeline: 'other', code: 'second', status: 'open', limit: null },
  ];
  const deal = { id: 'a', version: 1, pipeline: 'default' };
  expect(['first', 'second'].map((code) => stagesOf(known).leads(deal, code))).toEqual([true, false]);
  expect(stagesOf(undefined).leads(deal, 'first')).toBe(true);
  expect(stagesOf(known).leads({ ...deal, pipeline: 'unseen' }, 'second')).toBe(true);
});
