import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import { choicesOf, draftOf, fieldChanges, freshDraft, newField } from './fieldDraft';

const field = (more: Partial<Field>): Field => ({
  name: 'c_grade',
  type: 'choice',
  label: { en: 'Grade' },
  required: false,
  unique: false,
  read_only: false,
  custom: true,
  settings: {},
  ops: [],
  sortable: true,
  access: 'write',
  choices: [{ code: 'a', label: { en: 'A' }, color: 'red', active: true }],
  ...more,
});

test('new choices get codes of their own and empty ones are left out', () => {
  const { choices } = freshDraft('choice');
  const [first, second, third] = choices;
  if (!first || !second || !third) {
    throw new Error('three choices to begin with');
  }
  first.label = { 'zh-CN': '\u9ad8' };
  third.label = { en: 'Low risk' };
  expect(choicesOf(choices).map(({ code }) => code)).toEqual(['option_1', 'low_risk']);
  expect(second.label).toEqual({});
});

test('only what was changed is sent', () => {
  const before = field({});
  expect(fieldChanges(before, draftOf(before))).toEqual({});
  expect(fieldChanges(before, { ...draftOf(before), required: true, help: { en: ' ' } })).toEqual({
    required: true,
  });
});

test('what a choice depends on is sent with it, and taken back', () => {
  const before = field({ depends_on: 'c_line', choices: [{ code: 'a', label: { en: 'A' }, when: ['x'] }] });
  const draft = draftOf(before);
  expect(fieldChanges(before, draft)).toEqual({});
  expect(fieldChanges(before, { ...draft, dependsOn: null })).toEqual({
    depends_on: null,
    choices: [{ code: 'a', label: { en: 'A' }, color: 'blue', active: true }],
  });
  expect(newField({ ...draft, code: 'b' }, 'lead', 'b')).toMatchObject({
    depends_on: 'c_line',
    choices: [{ code: 'a', when: ['x'] }],
  });
});

test('of a delivered field nothing is sent that is fixed', () => {
  const before = field({ custom: false, type: 'text' });
  const draft = { ...draftOf(before), unique: true, searchable: true, label: { en: 'Level' } };
  expect(fieldChanges(before, draft)).toEqual({ label: { en: 'Level' } });
});

test('a link says how it is called where it leads', () => {
  const draft = { ...freshDraft('link'), target: 'account', label: { en: 'Customer' } };
  expect(newField(draft, 'c_device', 'customer')).toMatchObject({
    target: 'account',
    inverse: 'device_customer',
  });
  expect(newField({ ...draft, shownThere: false }, 'c_device', 'customer')).not.toHaveProperty('inverse');
});
