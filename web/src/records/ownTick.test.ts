import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { bring } from './brought';
import { isOverdue } from './ownTick';

const meta = {
  name: 'chore',
  fields: ['done_at', 'due_at'].map((name) => ({ name, access: 'read', ops: [] })),
} as unknown as ObjectMeta;

test('overdue is what was to be done by a time that has passed, and is not', () => {
  bring({ objects: { chore: { tick: { verb: 'complete', done: 'done_at', due: 'due_at' } } } });
  const overdue = (entry: object, field = 'due_at') => isOverdue(meta, entry as Entry, field);
  const soon = new Date(Date.now() + 60_000).toISOString();
  expect(overdue({ due_at: '2020-01-01T09:00:00Z', done_at: null })).toBe(true);
  expect(overdue({ due_at: '2020-01-01T09:00:00Z', done_at: '2020-01-02T09:00:00Z' })).toBe(false);
  expect(overdue({ due_at: soon, done_at: null })).toBe(false);
  expect(overdue({ due_at: null, done_at: null })).toBe(false);
  expect(overdue({ due_at: '2020-01-01T09:00:00Z' }), 'not told whether it was done').toBe(false);
  expect(overdue({ remind_at: '2020-01-01T09:00:00Z', done_at: null }, 'remind_at')).toBe(false);
});
