import { beforeAll, expect, test } from 'vitest';
import { inZone } from './format';
import {
  daysBetween,
  isPast,
  mondayOf,
  momentOf,
  monthEnd,
  plusDays,
  plusMonths,
  quarterOf,
  today,
  weekday,
} from './days';

beforeAll(() => inZone('Asia/Shanghai'));

test('the day is that of the person', () => {
  expect(today(new Date('2026-11-25T16:30:00Z'))).toBe('2026-11-26');
  expect(today(new Date('2026-11-25T15:30:00Z'))).toBe('2026-11-25');
});

test('days and months are counted as on a calendar', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(plusMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(plusMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(monthEnd('2026-02-03')).toBe('2026-02-28');
  expect(monthEnd('2026-12-31')).toBe('2026-12-31');
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
});

test('weeks begin on Monday, quarters in January, April, July and October', () => {
  expect(weekday('2026-11-29')).toBe(7);
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(quarterOf('2026-12-31')).toBe('2026-10-01');
  expect(quarterOf('2026-07-01')).toBe('2026-07-01');
});

test('a clock on a day is a moment, also when clocks change', () => {
  expect(momentOf('2026-11-26')).toBe('2026-11-25T16:00:00.000Z');
  expect(momentOf('2026-11-26', '23:59:59.999')).toBe('2026-11-26T15:59:59.999Z');
  expect(momentOf('2026-03-29', '12:00:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
  expect(momentOf('2026-03-29', '00:00:00', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
});

test('it is too late once the time has passed, or the day where only that is meant', () => {
  const evening = new Date('2026-11-26T22:00:00+08:00');
  expect(isPast('2026-11-26T14:05:00+08:00', evening)).toBe(true);
  expect(isPast('2026-11-26T22:05:00+08:00', evening)).toBe(false);
  for (const day of ['2026-11-26T09:00:00+08:00', '2026-11-26T00:00:00+08:00']) {
    expect(isPast(day, evening)).toBe(false);
    expect(isPast(day, new Date('2026-11-27T00:00:00+08:00'))).toBe(true);
  }
});
