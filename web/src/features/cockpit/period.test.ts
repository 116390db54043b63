import { beforeAll, expect, test } from 'vitest';
import { momentsIn } from '@/lib/filters';
import { inZone } from '@/lib/format';
import { happenedIn, named, periodAsked, periodNamed, spanBefore } from './period';

beforeAll(() => inZone('Asia/Shanghai'));

const today = '2026-11-26';
const asked = (text: string) => periodAsked(new URLSearchParams(text), today);

test('named periods have the days that filters give them', () => {
  const spans = named.map((name) => periodNamed(name, today)).map(({ from, to }) => `${from} ${to}`);
  expect(spans).toEqual([
    '2026-11-01 2026-11-30',
    '2026-10-01 2026-10-31',
    '2026-10-01 2026-12-31',
    '2026-07-01 2026-09-30',
    '2026-01-01 2026-12-31',
    '2025-01-01 2025-12-31',
  ]);
});

test('the address says which period, and a mangled one the usual one', () => {
  expect(asked('period=last_month').name).toBe('last_month');
  expect(asked('from=2026-02-01&to=2026-02-14')).toEqual({
    name: 'custom',
    from: '2026-02-01',
    to: '2026-02-14',
  });
  expect(asked('period=for_ever').name).toBe('this_quarter');
  expect(asked('from=2026-02-14&to=2026-02-01').name).toBe('this_quarter');
  expect(asked('from=2026-99-99&to=2026-99-99').name).toBe('this_quarter');
});

test('a running period is compared with as much of the one before', () => {
  expect(spanBefore(periodNamed('this_quarter', today), today)).toEqual({
    from: '2026-07-01',
    to: '2026-08-26',
  });
  expect(spanBefore(periodNamed('this_year', today), today)).toEqual({
    from: '2025-01-01',
    to: '2025-11-26',
  });
});

test('the part is never longer than the period before', () => {
  const late = '2026-03-31';
  expect(spanBefore(periodNamed('this_month', '2026-03-30'), '2026-03-30').to).toBe('2026-02-28');
  expect(spanBefore(periodNamed('this_month', late), late)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

test('a period that is over is compared with the whole one before', () => {
  expect(spanBefore(periodNamed('last_month', today), today)).toEqual({
    from: '2026-09-01',
    to: '2026-09-30',
  });
  expect(spanBefore(asked('from=2026-02-01&to=2026-02-14'), today)).toEqual({
    from: '2026-01-18',
    to: '2026-01-31',
  });
});

test('filters name the period where they can, else its moments', () => {
  expect(happenedIn('closed_at', asked('period=this_year'))).toEqual({
    field: 'closed_at',
    op: 'within',
    value: 'this_year',
  });
  expect(momentsIn('closed_at', { from: '2026-02-01', to: '2026-02-28' })).toEqual({
    field: 'closed_at',
    op: 'between',
    value: ['2026-01-31T16:00:00.000Z', '2026-02-28T15:59:59.999Z'],
  });
});
