import { expect, test } from 'vitest';
import { byDay, daysOf } from './calendar';

test('a month is shown in whole weeks', () => {
  const november = daysOf('2026-11-26');
  expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42]);
  const february = daysOf('2027-02-01');
  expect([february[0], february.at(-1), february.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
});

test('what is planned stands on its day, the earlier first', () => {
  const entry = (id: string, fields: object) => ({ id, version: 1, ...fields });
  const days = byDay(
    [entry('task', { due_at: '2026-11-26T09:00:00Z' })],
    [
      entry('visit', { happened_at: '2026-11-26T01:00:00Z', kind: 'visit' }),
      entry('other', { happened_at: '2026-11-27T01:00:00Z', kind: 'meeting' }),
    ],
    (at) => at.toISOString().slice(0, 10),
  );
  expect([...days].map(([day, all]) => [day, all.map((each) => each.id)])).toEqual([
    ['2026-11-26', ['visit', 'task']],
    ['2026-11-27', ['other']],
  ]);
});
