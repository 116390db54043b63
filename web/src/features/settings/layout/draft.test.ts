import { expect, test } from 'vitest';
import {
  differences,
  freshId,
  partChanged,
  partStepped,
  sameDraft,
  stepped,
  withField,
  withoutField,
  withoutPart,
  withPart,
  type Draft,
} from './draft';

const part = (id: string, ...fields: string[]) => ({ id, label: { en: id }, fields, folded: false });
const draft: Draft = [part('a', 'one', 'two', 'three'), part('b', 'four')];
const told = (of: Draft) => of.map(({ id, fields }) => `${id}: ${fields.join(' ')}`);

test('a field is put before what stands at the place, wherever it came from', () => {
  expect(told(withField(draft, 'one', { part: 'a', at: 2 }))).toEqual(['a: two one three', 'b: four']);
  expect(told(withField(draft, 'three', { part: 'a', at: 0 }))).toEqual(['a: three one two', 'b: four']);
  expect(told(withField(draft, 'one', { part: 'b', at: 1 }))).toEqual(['a: two three', 'b: four one']);
  expect(told(withField(draft, 'new', { part: 'b', at: 0 }))).toEqual(['a: one two three', 'b: new four']);
});

test('step by step a field goes over the edges of its section, and not beyond the last', () => {
  expect(told(stepped(draft, 'two', 1))).toEqual(['a: one three two', 'b: four']);
  expect(told(stepped(draft, 'three', 1))).toEqual(['a: one two', 'b: three four']);
  expect(told(stepped(draft, 'four', -1))).toEqual(['a: one two three four', 'b: ']);
  expect(stepped(draft, 'one', -1)).toBe(draft);
});

test('sections come, go and change places', () => {
  expect(told(withPart(draft, part('c'), 'a'))).toEqual(['a: one two three', 'c: ', 'b: four']);
  expect(told(withoutPart(draft, 'a'))).toEqual(['b: four']);
  expect(told(partStepped(draft, 'a', 1))).toEqual(['b: four', 'a: one two three']);
  expect(freshId([part('s0'), part('n1')])).toBe('n2');
});

test('only what differs is told', () => {
  expect(differences(draft, draft)).toEqual([]);
  expect(sameDraft(draft, withField(draft, 'one', { part: 'a', at: 0 }))).toBe(true);
  const after = withField(
    withPart(withoutField(partChanged(draft, 'a', { folded: true }), 'two'), part('c')),
    'four',
    { part: 'c', at: 0 },
  );
  expect(
    differences(draft, after).map((each) => [each.kind, 'field' in each ? each.field : each.part.id]),
  ).toEqual([
    ['section_folded', 'a'],
    ['section_new', 'c'],
    ['field_out', 'two'],
    ['field_moved', 'four'],
  ]);
  expect(sameDraft(draft, after)).toBe(false);
});

test('another order is told once', () => {
  expect(differences(draft, stepped(draft, 'one', 1)).map(({ kind }) => kind)).toEqual(['fields_ordered']);
  expect(differences(draft, partStepped(draft, 'a', 1)).map(({ kind }) => kind)).toEqual([
    'section_moved',
    'section_moved',
  ]);
});
