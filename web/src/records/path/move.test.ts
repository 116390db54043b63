import { expect, test } from 'vitest';
import { Problem, type Schemas } from '@/lib/api';
import type { Field, ObjectMeta } from '@/lib/meta';
import { bring, type Stages } from '../brought';
import { backFrom, endingOf, needOf } from './move';

const field = (name: string) =>
  ({ name, type: 'text', label: { en: name }, access: 'write', ops: [] }) as unknown as Field;
const by = field('step');
const meta = {
  name: 'chore',
  fields: [by, field('cost'), field('why'), field('words')],
  verbs: [
    {
      name: 'finish',
      label: { en: 'Finish' },
      inputs: [{ name: 'cost', label: { en: 'Cost' }, required: false }],
    },
    {
      name: 'give_up',
      label: { en: 'Give up' },
      inputs: [
        { name: 'why', label: { en: 'Why' }, required: true },
        { name: 'note', label: { en: 'Note' }, required: false },
      ],
    },
  ],
} as unknown as ObjectMeta;
const stages: Stages = {
  closes: (code) => code !== 'begun',
  fails: (code) => code === 'left',
  limit: () => 1,
  status: (code) => ({ done: 'won', well_done: 'won', left: 'lost' })[code] ?? 'open',
  leads: () => true,
};
bring({
  objects: {
    chore: {
      paths: {
        step: {
          verbs: { move: 'move', reopen: 'reopen', close: { won: 'finish', lost: 'give_up' } },
          ended: 'chore.ended',
          fields: { since: '', furthest: '', closed: '', reason: 'why', also: [] },
          stages: { query: { queryKey: [] }, usual: stages },
          asked: { won: { cost: 'cost' }, lost: { why: 'why', note: 'words' } },
        },
      },
    },
  },
});
const where = { meta, by };
const card = { id: '1', version: 1, step: 'begun', cost: '5', why: null, words: null };

test('who ends a record by moving it is asked what the verb asks, also for what it says already', () => {
  expect(endingOf(where, card, 'done', stages, 'may stay empty')).toMatchObject({
    ends: 'Finish',
    fields: [{ field: { name: 'cost' }, optional: true, message: 'may stay empty' }],
  });
  expect(endingOf(where, card, 'left', stages, '')).toMatchObject({
    ends: 'Give up',
    fields: [
      { field: { name: 'why', label: { en: 'Why' } }, optional: false },
      { field: { name: 'words', label: { en: 'Note' } }, optional: true },
    ],
  });
});

test('nothing is asked of who goes on, or from one such end to another', () => {
  expect(endingOf(where, card, 'begun', stages, '')).toBeUndefined();
  expect(endingOf(where, { ...card, step: 'done' }, 'well_done', stages, '')).toBeUndefined();
});

test('an end that is taken back leaves nothing of what was asked for it', () => {
  expect(backFrom(where, card, 'begun', 'done', stages)).toEqual({
    values: { cost: '5' },
    reopen: true,
    undo: true,
  });
  expect(backFrom(where, { ...card, why: 'late' }, 'left', 'begun', stages)).toEqual({
    values: { why: 'late' },
    reopen: false,
    undo: true,
  });
});

const refused = (...errors: Schemas['ProblemItem'][]) => new Problem({ status: 422, code: 'x', errors });
const unchecked = { field: 'step', code: 'process.unchecked', message: 'Tick it' };
const approval = { field: 'step', code: 'process.needs_approval', message: 'Ask first' };
const required = { field: 'cost', code: 'process.required', message: 'Needed' };

test('what a gate lacks is asked for: first the fields, then what is to be ticked or approved', () => {
  const need = (...errors: Schemas['ProblemItem'][]) => needOf(refused(...errors), where, 'done', stages);
  expect(need(unchecked, approval)).toEqual({ kind: 'gate' });
  expect(need(required, unchecked)).toMatchObject({
    kind: 'fields',
    fields: [{ field: { name: 'cost' }, message: 'Needed' }],
  });
  expect(need(unchecked, { field: 'step', code: 'process.not_yours', message: 'No' })).toBeUndefined();
  expect(need()).toBeUndefined();
});
