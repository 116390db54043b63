import { expect, test } from 'vitest';
import type { Entry } from '@/lib/records';
import { linesOf, withDone, type Now } from './lines';

const now: Now = {
  day: '2026-11-26',
  dayOf: (moment) => moment.slice(0, 10),
  isPast: (moment) => moment < '2026-11-26T12:00:00Z',
};
const entry = (id: string, fields: Record<string, unknown>): Entry => ({ id, version: 1, ...fields });
const said = (found: Parameters<typeof linesOf>[0]) =>
  linesOf(found, now).map(({ entry: { id }, reason }) => `${id} ${reason}`);

test('who waits comes before what is due, new leads before what grows cold', () => {
  expect(
    said({
      task: [
        entry('someday', {}),
        entry('today', { due_at: '2026-11-26T18:00:00Z' }),
        entry('hours ago', { due_at: '2026-11-26T11:00:00Z' }),
        entry('old', { due_at: '2026-11-20T01:00:00Z' }),
      ],
      opportunity: [entry('cold', { last_activity_at: '2026-10-01T00:00:00Z' })],
      lead: [entry('new', { status: 'new', created_at: '2026-11-25T00:00:00Z' })],
      mention: [entry('named', { created_at: '2026-11-26T00:00:00Z' })],
    }),
  ).toEqual([
    'named mention',
    'old overdue',
    'hours ago overdue',
    'today due',
    'new fresh',
    'cold quiet',
    'someday undated',
  ]);
});

test('what is urgent comes first among what is due, what is worth more among what grows cold', () => {
  const worth = (amount: string) => ({ amount: { amount, currency: 'CNY' }, close_date: '2026-11-01' });
  expect(
    said({
      task: [
        entry('old', { due_at: '2026-11-20T01:00:00Z', priority: 'normal' }),
        entry('urgent', { due_at: '2026-11-26T13:00:00Z', priority: 'high' }),
      ],
      opportunity: [entry('small', worth('9.00')), entry('large', worth('10.00'))],
    }),
  ).toEqual(['urgent due', 'old overdue', 'large late', 'small late']);
});

test('what is overdue for longest comes before what is due today, by the time of the day', () => {
  const task = [
    entry('evening', { due_at: '2026-11-26T18:00:00Z' }),
    entry('yesterday', { due_at: '2026-11-25T09:00:00Z' }),
    entry('afternoon', { due_at: '2026-11-26T14:00:00Z' }),
    entry('last week', { due_at: '2026-11-19T18:00:00Z' }),
  ];
  expect(said({ task })).toEqual(['last week overdue', 'yesterday overdue', 'afternoon due', 'evening due']);
});

test('what was done stays where it stood, until it is open again', () => {
  const open = linesOf({ task: ['a', 'b', 'c'].map((id) => entry(id, {})) }, now);
  const [, done] = open;
  const ids = (lines: typeof open) => lines.map(({ entry: { id } }) => id);
  expect(ids(withDone(open.toSpliced(1, 1), done ? [done] : []))).toEqual(['a', 'b', 'c']);
  const again = linesOf({ task: [{ ...entry('b', {}), version: 3 }] }, now);
  expect(withDone(again, done ? [done] : [])).toEqual(again);
});

test('what was done is still the one line of its customer', () => {
  const about = { object: 'lead', id: 'l' };
  const lead = [entry('l', { status: 'working', next_follow_up_at: '2026-11-26T01:00:00Z' })];
  const task = [entry('t', { due_at: '2026-11-26T01:00:00Z', about })];
  const done = linesOf({ task, lead }, now);
  const left = linesOf({ lead }, now);
  expect(left).toHaveLength(1);
  expect(withDone(left, done).map(({ object }) => object)).toEqual(['task']);
});

test('a customer has one line, that of the task', () => {
  const about = { object: 'opportunity', id: 'deal' };
  const opportunity = [entry('deal', { next_follow_up_at: '2026-11-26T01:00:00Z' })];
  expect(said({ task: [entry('call', { due_at: '2026-11-26T13:00:00Z', about })], opportunity })).toEqual([
    'call due',
  ]);
  expect(said({ opportunity })).toEqual(['deal follow_up']);
});

test('a reply waits until something happens with the customer', () => {
  const about = { object: 'lead', id: 'lead' };
  const wrote = { about, happened_at: '2026-11-25T02:00:00Z' };
  const answered = { 'lead.last_activity_at': '2026-11-25T03:00:00Z' };
  const waiting = { 'lead.last_activity_at': '2026-11-25T02:00:00Z' };
  expect(said({ activity: [entry('mail', { ...wrote, ...answered })] })).toEqual([]);
  expect(said({ activity: [entry('mail', { ...wrote, ...waiting })] })).toEqual(['mail reply']);
});

test('only numbers that can be called are offered', () => {
  const [masked, whole] = linesOf(
    {
      lead: [
        entry('a', { status: 'new', mobile: '+86138****1605', score: 2 }),
        entry('b', { status: 'new', mobile: '+8613500001605', score: 1 }),
      ],
    },
    now,
  );
  expect(masked?.phone).toBeUndefined();
  expect(whole?.phone?.number).toBe('+8613500001605');
});

test('a mention says who named the person in plain words', () => {
  const body = '@[Wang](01a2172d-9960) please have a look';
  const [line] = linesOf(
    { mention: [entry('m', { 'comment.body': body, by: { id: 'x', label: 'Li' } })] },
    now,
  );
  expect(line?.title).toBe('@Wang please have a look');
  expect(line?.who).toEqual(['Li']);
});
