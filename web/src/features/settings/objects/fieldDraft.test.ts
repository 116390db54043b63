import { expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
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

const of = (name: string, ...fields: Field[]) => ({ name, fields }) as unknown as ObjectMeta;

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
  expect(newField({ ...draft, code: 'b' }, of('lead'))).toMatchObject({
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
  expect(newField({ ...draft, code: 'customer' }, of('c_device'))).toMatchObject({
    name: 'customer',
    target: 'account',
    inverse: 'device_customer',
  });
  expect(newField({ ...draft, shownThere: false }, of('c_device'))).not.toHaveProperty('inverse');
});

test('without a code Hemai makes one, and a second link has a name of its own where it leads', () => {
  const draft = { ...freshDraft('link'), target: 'account', label: { 'zh-CN': '客户' } };
  expect(newField(draft, of('c_device'))).not.toHaveProperty('name');
  expect(newField(draft, of('c_device'))).toMatchObject({ inverse: 'device_account' });
  const other = field({ name: 'c_ke_hu', type: 'link', settings: { inverse: 'c_device_account' } });
  expect(newField(draft, of('c_device', other))).toMatchObject({ inverse: 'device_account_2' });
});
