import { beforeAll, expect, test } from 'vitest';
import i18next from 'i18next';
import { Problem } from '@/lib/api';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { bring, type Stages } from '../brought';
import { ageOf } from '../path/age';
import { needOf } from '../path/move';
import { noStages } from '../path/ownPath';
import { boardField, boardFields, canHold, colourOf, columnsOf, type Plan } from './plan';

beforeAll(() => i18next.init({ lng: 'en', resources: {} }));

const choice = (name: string, more: Partial<Field> = {}): Field =>
  ({
    name,
    type: 'choice',
    access: 'write',
    ops: [],
    choices: ['won', 'first', 'gone', 'second'].map((code) => ({
      code,
      label: { en: code.toUpperCase() },
      active: code !== 'gone',
    })),
    ...more,
  }) as unknown as Field;
const stages: Stages = {
  ...noStages('lost'),
  closes: (code) => ['won', 'lost'].includes(code),
};
const object = (...fields: Field[]): ObjectMeta => ({ name: 'opportunity', fields }) as unknown as ObjectMeta;

test('a board is made of the first phase that can be written, unless another is asked for', () => {
  const meta = object(
    choice('source'),
    choice('status', { phase: true, read_only: true }),
    choice('stage', { phase: true }),
    choice('secret', { access: 'hidden' }),
  );
  expect(boardField(meta, null)?.name).toBe('stage');
  expect(boardField(meta, 'source')?.name).toBe('source');
  expect(boardField(meta, 'secret')?.name).toBe('stage');
  expect(boardFields(meta).map((field) => field.name)).toEqual(['stage', 'source']);
  expect(boardField(object(), null)).toBeUndefined();
});

test('columns come as the choices do, the last ones last, idle ones only when they hold something', () => {
  const closes = (code: string) => code === 'won';
  const codes = (totals: Record<string, { count: number }>) =>
    columnsOf(choice('stage'), totals, { closes, fails: () => false }, 'None').map((column) => column.code);
  expect(codes({})).toEqual(['first', 'second', 'won']);
  expect(codes({ gone: { count: 1 }, odd: { count: 2 }, '': { count: 3 } })).toEqual([
    '',
    'first',
    'gone',
    'second',
    'odd',
    'won',
  ]);
});

test('what ended stands in the colour of how it did, the rest in that of its stage', () => {
  const lost = { ...choice('stage'), choices: ['first', 'won', 'lost'].map((code) => ({ code, label: {} })) };
  const columns = columnsOf(lost, {}, stages, 'None');
  expect(columns.map(colourOf)).toEqual([
    expect.stringMatching(/^var\(--tag-/),
    'var(--success)',
    'var(--text-3)',
  ]);
});

test('days beyond the limit are too many', () => {
  const now = Date.parse('2026-11-26T00:00:00Z');
  expect(ageOf('2026-11-24T12:00:00Z', 3, now)).toEqual({ days: 1, gone: 0.5, over: false });
  expect(ageOf('2026-11-01T00:00:00Z', 7, now)).toMatchObject({ days: 25, gone: 1, over: true });
});

test('a refusal is a question only if an answer helps', () => {
  bring({
    objects: {
      opportunity: {
        paths: {
          stage: {
            verbs: { move: 'move_stage', reopen: 'reopen', close: { lost: 'close_lost' } },
            ended: 'opportunity.already_closed',
            fields: { since: 'since', furthest: 'furthest', closed: 'closed', reason: 'reason', also: [] },
            stages: { query: { queryKey: [] }, usual: stages },
            asked: {},
          },
        },
      },
    },
  });
  const stage = choice('stage', { phase: true });
  const plan = { meta: object(stage, choice('loss_reason')), by: stage } as Plan;
  const need = (to: string, told: ConstructorParameters<typeof Problem>[0]) =>
    needOf(new Problem(told), plan, to, stages);
  const item = (field: string) => ({ field, code: 'x', message: 'm' });
  expect(need('lost', { status: 422, errors: [item('loss_reason')] })).toMatchObject({ kind: 'fields' });
  expect(need('lost', { status: 422, errors: [item('stage')] })).toBeUndefined();
  expect(need('lost', { status: 422, errors: [item('loss_reason'), item('unknown')] })).toBeUndefined();
  expect(need('lost', { status: 422 })).toBeUndefined();
  const closed = { status: 409, code: 'opportunity.already_closed' };
  expect(need('first', closed)).toMatchObject({ kind: 'reopen' });
  expect(need('lost', closed)).toBeUndefined();
  expect(needOf(new Error('x'), plan, 'lost', stages)).toBeUndefined();
});

test('columns that the filter leaves nothing in are known', () => {
  const field = choice('stage');
  const open = (filter: Filter) => ['', 'first', 'second'].filter((code) => canHold(field, filter, code));
  const stage = (op: string, value?: unknown) => ({ field: 'stage', op, value }) as Filter;
  expect(open(stage('eq', 'first'))).toEqual(['first']);
  expect(open(stage('not_in', ['first']))).toEqual(['', 'second']);
  expect(open(stage('empty'))).toEqual(['']);
  expect(open({ and: [{ field: 'owner', op: 'eq', value: '$me' }, stage('in', ['second'])] })).toEqual([
    'second',
  ]);
  expect(open({ or: [{ field: 'owner', op: 'eq', value: '$me' }, stage('in', ['second'])] })).toHaveLength(3);
});
