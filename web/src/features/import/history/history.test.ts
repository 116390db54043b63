import { expect, test } from 'vitest';
import type { ImportBrief } from '../job/api';
import { bulkState, isUndoable, newestOfEach, stateOf } from './history';

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

test('the history tells of drafts only while one can go on with them', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  const brought = (more: Partial<ImportBrief>) =>
    ({
      id: 'x',
      status: 'done',
      look: false,
      dry_run: false,
      from: null,
      failed: 0,
      created_at: '2026-11-26T10:00:00Z',
      ...more,
    }) as ImportBrief;
  const draft = (id: string, from: string | null, at = '2026-11-26T10:00:00Z') =>
    brought({ id, from, dry_run: true, created_at: at });
  const all = [brought({ id: 'c', from: 'b' }), draft('b', 'a'), draft('a', null), draft('d', null)];
  expect(newestOfEach(all, now).map(({ id }) => id)).toEqual(['c', 'd']);
  expect(newestOfEach([draft('e', null, '2026-11-01T00:00:00Z')], now)).toEqual([]);
  expect(stateOf(draft('a', null))).toBe('draft');
  expect(stateOf(brought({ failed: 1 }))).toBe('partly');
  expect(stateOf(brought({ status: 'queued' }))).toBe('running');
});
