import { expect, test } from 'vitest';
import type { Filter } from '@/lib/records';
import { readReach, writeReach } from './reachOf';

const free: Filter = { field: 'owner', op: 'empty' };
const hot: Filter = { field: 'score', op: 'gt', value: 80 };

test.each([
  [undefined, { level: 'none', filters: [] }],
  ['subtree', { level: 'subtree', filters: [] }],
  [free, { level: 'none', filters: [free] }],
  [['own', free], { level: 'own', filters: [free] }],
  [['own', 'department', [free, hot]], { level: 'department', filters: [free, hot] }],
])('%j is taken apart', (said, draft) => {
  expect(readReach(said)).toEqual(draft);
});

test.each(['none', 'own', 'all', free, ['own', free], [free, hot], ['subtree', free, hot]])(
  '%j is written as it was read',
  (said) => {
    expect(writeReach(readReach(said))).toEqual(said);
  },
);

test('everything needs no filter besides', () => {
  expect(writeReach({ level: 'all', filters: [free] })).toBe('all');
});
