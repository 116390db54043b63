import { expect, test } from 'vitest';
import { daysFrom, hoursOn, nextWorked, runsOf, weekSaid, yearLacking, yearsOf } from './week';

const usual = '09:00-12:00, 13:00-18:00';
const company = {
  id: 'c',
  version: 1,
  code: 'company',
  monday: usual,
  tuesday: usual,
  wednesday: usual,
  thursday: usual,
  friday: '09:00-12:00',
  saturday: null,
  sunday: null,
};
const day = (date: string, kind = 'off', more = {}) => ({
  id: `d${date}${JSON.stringify(more)}`,
  version: 1,
  name: '国庆节',
  day: date,
  kind,
  hours: null,
  calendar: null,
  ...more,
});
const own = { calendar: { id: 'c', label: '' } };

test('a week is told by its days that have the same hours', () => {
  expect(weekSaid(company, (from, to) => `${from}至${to}`)).toEqual([
    `周一至周四 ${usual}`,
    '周五 09:00-12:00',
  ]);
});

test('the next day is told on which people work', () => {
  const golden = ['01', '02', '03', '04', '05', '06', '07'].map((n) => day(`2026-10-${n}`));
  expect(nextWorked('2026-09-30', company, golden)).toEqual({ day: '2026-10-08', hours: usual });
  const moved = [...golden, day('2026-10-10', 'working')];
  expect(nextWorked('2026-10-09', company, moved)).toEqual({ day: '2026-10-10', hours: usual });
  expect(hoursOn('2026-10-09', company, moved)).toBe('09:00-12:00');
  const rest = Object.fromEntries(Object.keys(company).map((name) => [name, null]));
  expect(nextWorked('2026-10-09', { ...rest, id: 'r', version: 1 }, [])).toBeUndefined();
});

test('what is said of one calendar goes before what is said of all', () => {
  const days = [day('2026-10-12'), day('2026-10-12', 'working', { ...own, hours: '10:00-11:00' })];
  expect(hoursOn('2026-10-12', company, days)).toBe('10:00-11:00');
  expect(hoursOn('2026-10-12', { ...company, id: 'other' }, days)).toBe('');
});

test('days that belong together are one', () => {
  const days = [day('2026-10-02'), day('2026-10-01'), day('2026-10-01', 'off', own), day('2026-10-04')];
  expect(runsOf(days).map(({ from, to }) => [from, to])).toEqual([
    ['2026-10-01', '2026-10-02'],
    ['2026-10-01', '2026-10-01'],
    ['2026-10-04', '2026-10-04'],
  ]);
});

test('the year is told whose holidays are still to come', () => {
  const days = [day('2026-10-01'), day('2027-01-02', 'working'), day('2027-01-03', 'off', own)];
  expect(yearLacking(days, '2026-11-28')).toBe(2027);
  expect(yearLacking([...days, day('2027-01-01')], '2026-11-28')).toBeUndefined();
  expect(yearLacking([], '2026-11-28')).toBe(2026);
  expect(yearsOf([day('2024-01-01')], '2026-11-28')).toEqual([2024, 2026, 2027]);
});

test('a span has each of its days', () => {
  expect(daysFrom('2026-12-31', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  expect(daysFrom('2027-01-02', '2026-12-31')).toEqual([]);
});
