import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import type { SavedView } from '@/lib/views';
import { choicesOf, opening } from './choices';
import { moved } from './moved';

const meta = {
  fields: [
    { name: 'owner', ops: ['eq'] },
    { name: 'created_at', ops: ['within'] },
  ],
} as unknown as ObjectMeta;

const view = (id: string, more: Partial<SavedView> = {}): SavedView => ({
  id,
  version: 1,
  name: id,
  kind: 'table',
  owner: { id: 'me' },
  audience: null,
  is_default: null,
  position: null,
  ...more,
});
const shared = view('shared', { owner: { id: 'other' } });
const company = view('company', { audience: ['sales'] });
const nothing = { here: null, last: null };
const of = (...saved: SavedView[]) => choicesOf(meta, saved, 'me');
const opens = (choices: ReturnType<typeof of>, memory: Parameters<typeof opening>[1] = nothing) =>
  opening(choices, memory).toString();

test('own views stand between those that everybody begins with and those of others', () => {
  const choices = of(shared, company, view('own'), view('hidden_owner', { owner: { hidden: true } }));
  expect(choices.map(({ id, origin }) => `${id} ${origin}`)).toEqual([
    'all built_in',
    'mine built_in',
    'own own',
    'company company',
    'shared shared',
    'hidden_owner shared',
    'fresh built_in',
  ]);
});

test('a list opens with all records unless somebody chose something', () => {
  expect(opens(of())).toBe('view=all');
  expect(opens(of(shared, company, view('own')))).toBe('view=all');
});

test("one's own default comes before the view shown last, and that before the role's", () => {
  const begins = { ...company, is_default: true };
  const own = view('own', { is_default: true });
  expect(opens(of(begins))).toBe('view=company');
  expect(opens(of(begins), { here: null, last: 'mine' })).toBe('view=mine');
  expect(opens(of(begins, own), { here: null, last: 'mine' })).toBe('view=own');
});

test('what one wished for comes before all other defaults, as long as it is there', () => {
  const choices = of({ ...company, is_default: true }, view('own', { is_default: true }));
  expect(opening(choices, { here: null, last: 'all' }, 'mine').toString()).toBe('view=mine');
  expect(opening(choices, nothing, 'company').toString()).toBe('view=company');
  expect(opening(choices, nothing, 'gone').toString()).toBe('view=own');
});

test('a default of somebody else is not mine', () => {
  expect(opens(of({ ...shared, is_default: true }))).toBe('view=all');
});

test('within a window the list is as it was left, as long as its view is there', () => {
  const own = view('own', { is_default: true });
  expect(opens(of(own), { here: 'view=mine&sort=name', last: null })).toBe('view=mine&sort=name');
  expect(opens(of(own), { here: 'view=gone&sort=name', last: 'gone' })).toBe('view=own');
});

test('what is moved stays in the list', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
  expect(moved(['a'], 4, 0)).toEqual(['a']);
});
