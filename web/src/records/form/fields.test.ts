import { expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
import { bring } from '../brought';
import { formSections } from './fields';

const field = (name: string, more: Partial<Field> = {}) =>
  ({ name, type: 'text', access: 'write', label: {}, ops: [], required: false, ...more }) as unknown as Field;

const meta = (arranged: boolean, fields: Field[], more: object = {}) =>
  ({
    name: 'plant',
    name_field: 'name',
    arranged,
    fields,
    sections: [],
    layouts: {},
    ...more,
  }) as unknown as ObjectMeta;

const letters = 'abcdefghijkl'.split('').map((name) => field(name));
const told = (of: ObjectMeta, editing = false) =>
  formSections(of, editing).map(({ key, folded, fields }) => ({
    key,
    folded,
    names: fields.map((each) => each.name),
  }));
const many = [field('owner'), ...letters, field('need', { required: true }), field('name')];

test('what is needed comes first where nobody put the fields in order', () => {
  const [first, rest] = told(meta(false, many));
  expect(first?.names.slice(0, 3)).toEqual(['name', 'need', 'a']);
  expect(rest?.names).toContain('owner');
  expect(rest?.folded).toBe(true);
});

test('the order of the company is kept, and what is needed is never among the rest', () => {
  const [first, rest] = told(meta(true, many));
  expect(first?.names).toEqual(['owner', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'need', 'name']);
  expect(rest?.names).toEqual(['j', 'k', 'l']);
});

test('an object of the company asks for all of its own fields at once', () => {
  const own = letters.map((each) => ({ ...each, custom: true }));
  for (const arranged of [false, true]) {
    const [first, rest] = told(meta(arranged, [field('name'), field('owner'), ...own], { custom: true }));
    expect(first?.names).toEqual(expect.arrayContaining(['name', ...own.map(({ name }) => name)]));
    expect(rest?.names ?? []).not.toContain('l');
  }
});

const sections = [
  { name: 'main', label: { en: 'Main' }, fields: ['name', 'a'] },
  { name: 'more', label: { en: 'More' }, fields: ['b', 'need'] },
  { name: 'late', label: { en: 'Late' }, fields: ['c', 'd'] },
];

test('as delivered the first section is in sight, and those in which something must be given', () => {
  expect(told(meta(false, many, { sections })).map(({ key, folded }) => [key, folded])).toEqual([
    ['main', false],
    ['more', false],
    ['late', true],
    ['rest', true],
  ]);
});

test('few fields are all in sight', () => {
  const few = [field('name'), field('a'), field('c')];
  expect(told(meta(false, few, { sections })).every(({ folded }) => !folded)).toBe(true);
});

test('a layout says what is closed, but what must be given is not', () => {
  const laid = [
    { label: { en: 'A' }, fields: ['a', 'name'], folded: true },
    { label: { en: 'B' }, fields: ['need'], folded: true },
  ];
  expect(told(meta(true, many, { sections, layouts: { form: { sections: laid } } })).slice(0, 2)).toEqual([
    { key: '0 A', folded: true, names: ['a', 'name'] },
    { key: '1 B', folded: false, names: ['need'] },
  ]);
});

test('what cannot be filled in is left out, and what stays as it was made when editing', () => {
  const fields = [
    field('name'),
    field('a', { read_only: true }),
    field('b', { access: 'read' }),
    field('c', { fixed: true }),
  ];
  expect(told(meta(false, fields))[0]?.names).toEqual(['name', 'c']);
  expect(told(meta(false, fields), true)[0]?.names).toEqual(['name']);
});

test('what an object begins with comes before its name, and what is known is not asked for', () => {
  bring({ objects: { plant: { begins: ['b'] } } });
  const [first] = formSections(meta(false, many), false, ['need']);
  expect(first?.fields.slice(0, 3).map(({ name }) => name)).toEqual(['b', 'name', 'a']);
  bring({});
});
