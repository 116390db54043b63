import { createInstance } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { inARow } from '@/lib/format';
import english from '@/messages/en';
import { duration, stepSaid, triggerSaid, type Names } from './said';
import type { Step } from './tree';

const i18n = createInstance();

beforeAll(() => i18n.init({ lng: 'en', resources: { en: english }, interpolation: { escapeValue: false } }));

const t = i18n.getFixedT('en', 'flow');

const names: Names = {
  object: 'Lead',
  field: (name) => name.toUpperCase(),
  value: (_, value) => String(value),
  verb: (name) => `do ${name}`,
  of: (object) => ({ ...names, object }),
  person: () => 'Li Lei',
};

const trigger = (kind: string, input = {}) => triggerSaid({ kind, input }, names, t);
const step = (kind: string, input = {}) => stepSaid({ id: 's', do: kind, input } satisfies Step, names, t);

test('some time is told in what it is made of', () => {
  expect(duration({ days: 3, hours: 2 }, t)).toBe('3 days 2 hours');
  expect(duration({ days: 1 }, t)).toBe('1 day');
  expect(duration({}, t)).toBe('');
});

test('triggers say what they wait for', () => {
  expect(trigger('created')).toBe('Lead created');
  expect(trigger('changed')).toBe('Lead changed');
  expect(trigger('changed', { fields: ['a'], to: ['x'] })).toBe('When A changes to “x”');
  expect(trigger('entered', { field: 'stage', values: ['won', 'lost'] })).toBe(
    `When STAGE becomes ${inARow(['“won”', '“lost”'])}`,
  );
  expect(trigger('entered')).toBe('Choose a field');
  expect(trigger('crossed', { field: 'score', rises: '80' })).toBe('When SCORE rises to 80');
  expect(trigger('date', { field: 'close', days: -7, at: '09:00:00' })).toBe('7 days before CLOSE 09:00');
  expect(trigger('date', { field: 'close' })).toBe('On CLOSE');
  expect(trigger('silent', { days: 3 })).toBe('When nothing has happened for 3 days');
  expect(trigger('schedule', { at: '09:00' })).toBe('Every day at 09:00');
  expect(trigger('schedule', { at: '09:00', day: 5 })).toBe('Every month on day 5 at 09:00');
});

test('steps say what they do', () => {
  expect(step('update', { set: { a: 1, b: null } })).toEqual(['A: 1', 'Clear B']);
  expect(step('update', { set: { a: 1, b: 2, c: 3, d: 4 } })).toEqual(['A: 1', 'B: 2', '2 more fields']);
  expect(step('update')).toEqual(['Choose the fields to update']);
  expect(step('create', { object: 'task', set: { a: 1 } })).toEqual(['task', 'A: 1']);
  expect(step('task', { subject: 'Call', due_in_hours: 48, owner: 'u' })).toEqual([
    'Call',
    'Li Lei · due in 2 days',
  ]);
  expect(step('wait', { days: 3 })).toEqual(['3 days']);
  expect(step('wait', { days: 1, hours: 2, working: true })).toEqual(['1 working day 2 working hours']);
  expect(step('wait', { until: 'close', days: -1 })).toEqual(['Until 1 day before CLOSE']);
  expect(step('verb', { verb: 'assign' })).toEqual(['do assign']);
  expect(step('split', { shares: [70, 30] })).toEqual(['70% : 30%']);
  expect(step('stop', { reason: 'enough' })).toEqual(['enough']);
});
