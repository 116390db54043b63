import { afterAll, beforeAll, expect, test } from 'vitest';
import { inZone, ownZone } from '@/lib/format';
import type { Field, ObjectMeta } from '@/lib/meta';
import { dayFields } from './dayFields';
import { dayAfter, freshOn, monthAfter, movedTo, placeOf, timeOf, weeksOf, within } from './days';

const date = { name: 'close_date', type: 'date', ops: ['between'] } as Field;
const moment = { name: 'due_at', type: 'datetime', ops: ['between'] } as Field;
const before = ownZone();

beforeAll(() => inZone('Asia/Shanghai'));
afterAll(() => inZone(before));

test('a month is shown in whole weeks from Monday on', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks.map((week) => week[0])).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ]);
  expect(weeksOf('2027-02').flat()).toHaveLength(28);
  expect(weeksOf('2024-02').flat()).toContain('2024-02-29');
});

test('days and months follow each other over the ends of years', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
});

test('a moment belongs to the day where the person is', () => {
  expect(placeOf(moment, '2026-11-26T16:30:00Z')).toBe('2026-11-27');
  expect(placeOf(date, '2026-11-26')).toBe('2026-11-26');
  expect(placeOf(date, null)).toBeUndefined();
  expect(timeOf(moment, '2026-11-26T16:30:00Z')).toBe('00:30');
  expect(timeOf(date, '2026-11-26')).toBeUndefined();
});

test('what is asked for begins and ends with the days where the person is', () => {
  expect(within(date, '2026-11-01', '2026-11-30')).toEqual({
    field: 'close_date',
    op: 'between',
    value: ['2026-11-01', '2026-11-30'],
  });
  expect(within(moment, '2026-11-01', '2026-11-30')).toEqual({
    and: [
      { field: 'due_at', op: 'ge', value: '2026-10-31T16:00:00.000Z' },
      { field: 'due_at', op: 'lt', value: '2026-11-30T16:00:00.000Z' },
    ],
  });
});

test('a moved record keeps its time of the day, also when clocks change', () => {
  expect(movedTo(date, '2026-11-26', '2026-12-01')).toBe('2026-12-01');
  expect(movedTo(moment, '2026-11-26T16:30:00Z', '2026-12-01')).toBe('2026-11-30T16:30:00.000Z');
  inZone('Europe/Berlin');
  expect(movedTo(moment, '2026-10-20T07:00:00Z', '2026-10-27')).toBe('2026-10-27T08:00:00.000Z');
  inZone('Asia/Shanghai');
  expect(freshOn(moment, '2026-11-26')).toBe('2026-11-26T01:00:00.000Z');
});

test('fields that people set come before those of the system', () => {
  const fields = [
    { ...moment, name: 'created_at', read_only: true },
    date,
    { ...date, name: 'secret', access: 'hidden' },
    { ...date, name: 'masked', access: 'masked' },
  ];
  expect(dayFields({ fields } as unknown as ObjectMeta).map((field) => field.name)).toEqual([
    'close_date',
    'created_at',
  ]);
});
