import { expect, test } from 'vitest';
import { bulkState, isUndoable } from './history';

const job = { status: 'done', created_at: '2026-03-01T08:00:00Z', updated: 5, failed: 0 };
const on = (day: string) => Date.parse(`${day}T08:00:00Z`);

test('an act on many records says where it stands', () => {
  expect(bulkState(job)).toBe('done');
  expect(bulkState({ ...job, failed: 1 })).toBe('partly');
  expect(bulkState({ ...job, status: 'queued' })).toBe('running');
  expect(bulkState({ ...job, status: 'undone' })).toBe('undone');
});

test('it is taken back as long as it did something, has ended, and is not too old', () => {
  expect(isUndoable(job, on('2026-03-30'))).toBe(true);
  expect(isUndoable(job, on('2026-03-31'))).toBe(false);
  expect(isUndoable({ ...job, updated: 0 }, on('2026-03-02'))).toBe(false);
  expect(isUndoable({ ...job, status: 'running' }, on('2026-03-02'))).toBe(false);
  expect(isUndoable({ ...job, status: 'undone' }, on('2026-03-02'))).toBe(false);
});
