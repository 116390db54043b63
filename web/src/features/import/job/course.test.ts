import { expect, test } from 'vitest';
import type { Import } from './api';
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
