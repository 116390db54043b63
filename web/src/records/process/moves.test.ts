import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import type { Move, Standing } from './api';
import { isShut, nextOf, obstacles, shownOf } from './moves';

const move = (to: string, more: Partial<Move> = {}): Move => ({
  to,
  allowed: true,
  problems: [],
  checklist: [],
  approval: null,
  ...more,
});
const stage = {
  choices: ['new', 'talk', 'old', 'offer', 'lost'].map((code) => ({ code, active: code !== 'old' })),
} as unknown as Field;
const at = (state: string | null, ...to: string[]): Standing => ({
  process: 'p',
  name: 'Way',
  field: 'stage',
  state,
  guide: null,
  moves: to.map((code) => move(code)),
});
const isLost = (code: string) => code === 'lost';

test('next is the state behind the present one, neither aside nor given up', () => {
  expect(nextOf(at('talk', 'new', 'old', 'offer', 'lost'), stage, isLost)?.to).toBe('offer');
  expect(nextOf(at(null, 'new', 'talk'), stage, isLost)?.to).toBe('new');
  expect(nextOf(at('offer', 'new', 'talk', 'lost'), stage, isLost)).toBeUndefined();
});

test('where somebody looked is shown before what comes next', () => {
  const standing = at('talk', 'new', 'offer', 'lost');
  const next = nextOf(standing, stage, isLost);
  expect(shownOf(standing, next, 'lost')?.to).toBe('lost');
  expect(shownOf(standing, next, 'talk')?.to).toBe('offer');
});

test('what the list of things to do says by itself is not told once more', () => {
  const left = { code: 'process.unchecked', field: 'stage', message: 'Tick' };
  const lacks = { code: 'process.required', field: 'amount', message: 'Amount' };
  const item = { key: 'a', text: 'A', done: false, by: null, at: null };
  expect(obstacles(move('offer', { problems: [left, lacks], checklist: [item] }))).toEqual([lacks]);
  expect(obstacles(move('offer', { problems: [left, lacks] }))).toEqual([left, lacks]);
});

test('a move that is for others, or for nobody, is shut; one that lacks something is not', () => {
  const problem = (code: string) => ({ problems: [{ code, field: null, message: '' }] });
  expect(isShut(move('a', { allowed: false }))).toBe(true);
  expect(isShut(move('a', problem('process.not_yours')))).toBe(true);
  expect(isShut(move('a', problem('process.skips_approval')))).toBe(true);
  expect(isShut(move('a', problem('process.required')))).toBe(false);
});
