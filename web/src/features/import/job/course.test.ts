import { expect, test } from 'vitest';
import type { Import, ImportBrief } from './api';
import { newestOfEach, stateOf } from './history';
import { pace } from './pace';
import { broughtBy, undoDays } from './records';
import { reachable, stepOf } from './steps';

const now = Date.parse('2026-11-26T12:00:00Z');
const DAY = 86_400_000;

const job = (more: Partial<Import>): Import =>
  ({
    id: 'x',
    status: 'done',
    look: false,
    dry_run: false,
    from: null,
    created: 2,
    updated: 0,
    failed: 0,
    created_at: '2026-11-26T10:00:00Z',
    finished_at: '2026-11-26T11:00:00Z',
    mapping: { columns: [] },
    ...more,
  }) as Import;

test('the step is the one asked for as far as the import has come', () => {
  const look = { look: true, dry_run: true };
  const tried = { look: false, dry_run: true };
  const done = { look: false, dry_run: false };
  expect(stepOf(look, null)).toBe('map');
  expect(stepOf(look, 'file')).toBe('file');
  expect(stepOf(look, 'trial')).toBe('map');
  expect(stepOf(tried, null)).toBe('trial');
  expect(stepOf(tried, 'values')).toBe('values');
  expect(stepOf(done, 'map')).toBe('result');
  expect(reachable(done)).toEqual(['result']);
});

test('the pace is told once enough was seen', () => {
  expect(pace({ at: 0, processed: 0 }, { at: 1_000, processed: 500 }, 1_000)).toBeNull();
  expect(pace({ at: 0, processed: 0 }, { at: 2_000, processed: 500 }, null)).toBeNull();
  expect(pace({ at: 0, processed: 0 }, { at: 2_000, processed: 500 }, 1_000)).toEqual({ rate: 250, left: 2 });
});

test('an import can be taken back for thirty days', () => {
  expect(undoDays(job({}), now)).toBe(30);
  expect(undoDays(job({}), now + 29 * DAY)).toBe(1);
  expect(undoDays(job({}), now + 30 * DAY)).toBe(0);
  expect(undoDays(job({ status: 'undone' }), now)).toBe(0);
  expect(undoDays(job({ dry_run: true }), now)).toBe(0);
  expect(undoDays(job({ created: 0 }), now)).toBe(0);
});

test('what was brought is found by when and by whom', () => {
  expect(broughtBy(job({}), true)).toEqual({
    and: [
      { field: 'created_at', op: 'between', value: ['2026-11-26T10:00:00Z', '2026-11-26T11:00:00Z'] },
      { field: 'created_by', op: 'eq', value: '$me' },
    ],
  });
  expect(broughtBy(job({ updated: 1 }), false)).toMatchObject({ field: 'updated_at' });
  expect(
    broughtBy(job({ mapping: { columns: [{ column: 'c', field: 'created_at' }] } }), false),
  ).toBeUndefined();
  expect(broughtBy(job({ created: 0 }), true)).toBeUndefined();
});

test('the history tells of drafts only while one can go on with them', () => {
  const draft = (id: string, from: string | null, at = '2026-11-26T10:00:00Z'): ImportBrief =>
    job({ id, from, dry_run: true, created_at: at });
  const all = [job({ id: 'c', from: 'b' }), draft('b', 'a'), draft('a', null), draft('d', null)];
  expect(newestOfEach(all, now).map(({ id }) => id)).toEqual(['c', 'd']);
  expect(newestOfEach([draft('e', null, '2026-11-01T00:00:00Z')], now)).toEqual([]);
  expect(stateOf(draft('a', null))).toBe('draft');
  expect(stateOf(job({ failed: 1 }))).toBe('partly');
  expect(stateOf(job({ status: 'queued' }))).toBe('running');
});
