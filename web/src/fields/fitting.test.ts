import { expect, test } from 'vitest';
import type { Values } from '@/lib/changes';
import type { Field } from '@/lib/meta';
import { deciding, fitting, initially, neededFirst, unfit } from './fitting';

const field = (name: string, more: Partial<Field>): Field => ({
  name,
  type: 'choice',
  label: { en: name },
  required: false,
  unique: false,
  read_only: false,
  settings: {},
  ops: [],
  sortable: true,
  access: 'write',
  ...more,
});

const line = field('line', { choices: [{ code: 'hard' }, { code: 'soft' }] });
const product = field('product', {
  depends_on: 'line',
  choices: [
    { code: 'router', when: ['hard'] },
    { code: 'suite', when: ['soft'] },
    { code: 'help' },
    { code: 'old', active: false },
  ],
});
const variant = field('variant', {
  depends_on: 'product',
  type: 'multi_choice',
  choices: [
    { code: 'small', when: ['router'] },
    { code: 'large', when: ['router', 'suite'] },
    { code: 'any' },
  ],
});
const all = [line, product, variant];

const offered = (of: Field) => of.choices?.filter((c) => c.active !== false).map((c) => c.code);

test('only what fits is offered', () => {
  expect(offered(fitting(product, { line: 'hard' }))).toEqual(['router', 'help']);
  expect(offered(fitting(product, { line: null }))).toEqual(['help']);
  expect(fitting(line, { line: null })).toBe(line);
});

test('what is not known keeps nothing back', () => {
  expect(offered(fitting(product, {}))).toEqual(['router', 'suite', 'help']);
  expect(neededFirst(product, { fields: all, values: {} })).toBeUndefined();
  expect(unfit(all, { product: 'router' }, 'line')).toEqual({});
});

test('says what is to be chosen first', () => {
  expect(neededFirst(product, { fields: all, values: { line: null } })).toBe(line);
  expect(neededFirst(product, { fields: all, values: { line: 'hard' } })).toBeUndefined();
  expect(neededFirst(line, { fields: all, values: { line: null } })).toBeUndefined();
});

test('what does not fit any more goes, and what depends on that', () => {
  const values = { line: 'soft', product: 'router', variant: ['small', 'any'] };
  expect(unfit(all, values, 'line')).toEqual({ product: null, variant: ['any'] });
  expect(unfit(all, { ...values, line: 'hard' }, 'line')).toEqual({});
  expect(unfit(all, { line: 'soft', product: 'suite', variant: ['small'] }, 'product')).toEqual({
    variant: null,
  });
});

test('what nobody listed and what one may not write stays', () => {
  expect(unfit(all, { line: 'soft', product: 'typed' }, 'line')).toEqual({});
  const closed = { ...product, access: 'read' as const };
  expect(unfit([line, closed], { line: 'soft', product: 'router' }, 'line')).toEqual({});
});

test('a ring, should there be one, comes to an end', () => {
  const one = field('one', { depends_on: 'two', choices: [{ code: 'a', when: ['b'] }] });
  const two = field('two', { depends_on: 'one', choices: [{ code: 'b', when: ['a'] }] });
  expect(unfit([one, two], { one: null, two: 'b' }, 'one')).toEqual({ two: null });
});

test('tells the way from what decides first', () => {
  expect(deciding(variant, all)).toEqual([line, product]);
  expect(deciding(line, all)).toEqual([]);
});

test('a default that does not fit is none', () => {
  const by = (given: Values) => initially([line, { ...product, default: 'router' }, variant], given);
  expect(by({ line: 'hard' })).toEqual({ line: 'hard', product: 'router', variant: null });
  expect(by({ line: 'soft' })).toEqual({ line: 'soft', product: null, variant: null });
  expect(by({ product: 'router' })).toEqual({ line: null, product: 'router', variant: null });
});
