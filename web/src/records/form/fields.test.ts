import { expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
import { formFields } from './fields';

const field = (name: string, more: Partial<Field> = {}) =>
  ({ name, type: 'text', access: 'write', label: {}, ops: [], required: false, ...more }) as unknown as Field;

const meta = (arranged: boolean, fields: Field[]) =>
  ({ name: 'plant', name_field: 'name', arranged, fields }) as unknown as ObjectMeta;

const names = (fields: Field[]) => fields.map((each) => each.name);
const letters = 'abcdefghijkl'.split('').map((name) => field(name));

test('what is needed comes first where nobody put the fields in order', () => {
  const { main, rest } = formFields(
    meta(false, [field('owner'), ...letters, field('need', { required: true }), field('name')]),
  );
  expect(names(main).slice(0, 3)).toEqual(['name', 'need', 'a']);
  expect(names(rest)).toContain('owner');
});

test('the order of the company is kept, and what is needed is never among the rest', () => {
  const { main, rest } = formFields(
    meta(true, [field('owner'), ...letters, field('need', { required: true }), field('name')]),
  );
  expect(names(main)).toEqual(['owner', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'need', 'name']);
  expect(names(rest)).toEqual(['j', 'k', 'l']);
});
