import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { REST, sectionsOf } from './sections';

const field = (name: string, hidden = false) => ({ name, type: 'text', ops: [], label: {}, hidden });
const named = (name: string, ...fields: string[]) => ({ name, label: { en: name }, fields });
const laid = (en: string, fields: string[], folded = false) => ({ label: { en }, fields, folded });

const meta = (more: object = {}) =>
  ({
    name: 'plant',
    arranged: false,
    sections: [named('main', 'name', 'size'), named('where', 'city', 'street')],
    layouts: {},
    fields: [field('id'), field('street'), field('city'), field('size'), field('name'), field('c_own')],
    ...more,
  }) as unknown as ObjectMeta;

const told = (of: ObjectMeta, kind: 'page' | 'form' = 'page') =>
  sectionsOf(of, kind, (f) => f.name !== 'id').map(({ key, fields }) => [key, ...fields.map((f) => f.name)]);

test('fields stand together as delivered, others after them', () => {
  expect(told(meta())).toEqual([
    ['main', 'name', 'size'],
    ['where', 'city', 'street'],
    [REST, 'c_own'],
  ]);
});

test('the order of the company counts within the sections', () => {
  expect(told(meta({ arranged: true }))).toEqual([
    ['main', 'size', 'name'],
    ['where', 'street', 'city'],
    [REST, 'c_own'],
  ]);
});

test('a layout wins, for its kind alone, and what it leaves out is closed', () => {
  const of = meta({
    layouts: { page: { sections: [laid('A', ['c_own', 'gone', 'name'], true), laid('B', ['size'])] } },
  });
  expect(told(of)).toEqual([
    ['0 A', 'c_own', 'name'],
    ['1 B', 'size'],
    [REST, 'street', 'city'],
  ]);
  expect(sectionsOf(of, 'page').map(({ folded }) => folded)).toEqual([true, false, true]);
  expect(told(of, 'form')[0]).toEqual(['main', 'name', 'size']);
});

test('no field stands twice, and a section without fields is none', () => {
  const of = meta({
    fields: [field('name'), field('city', true)],
    layouts: { page: { sections: [laid('A', ['name']), laid('B', ['name', 'city'])] } },
  });
  expect(told(of)).toEqual([['0 A', 'name']]);
});

test('without sections all stand in one', () => {
  expect(told(meta({ sections: [] }))).toEqual([[REST, 'street', 'city', 'size', 'name', 'c_own']]);
});
