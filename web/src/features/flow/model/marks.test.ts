import { expect, test } from 'vitest';
import { marksOf, wayTaken } from './marks';
import { read } from './tree';

const flow = read({
  trigger: { kind: 'created' },
  steps: [
    { id: 'a', do: 'branch', ways: [{ name: 'big', steps: [{ id: 'b', do: 'task' }] }, { steps: [] }] },
    { id: 'c', do: 'wait' },
  ],
});

const taken = (step: string, outcome: 'done' | 'went' | 'failed', detail: string | null = null) => ({
  number: 1,
  step,
  action: 'x',
  at: '',
  outcome,
  detail,
});

test('a way is known by its name, or by its place', () => {
  expect(wayTaken(flow, taken('a', 'went', 'big'))).toBe(0);
  expect(wayTaken(flow, taken('a', 'went', 'steps[0].ways[1]'))).toBe(1);
  expect(wayTaken(flow, taken('a', 'went', null))).toBeUndefined();
});

test('what a run took is marked, and where it stands', () => {
  const steps = [taken('a', 'went', 'big'), taken('b', 'done')];
  expect([...marksOf(flow, { state: 'running', step: 'c', steps })]).toEqual([
    ['trigger', 'taken'],
    ['a', 'taken'],
    ['a#0', 'taken'],
    ['b', 'taken'],
    ['c', 'waiting'],
  ]);
  expect(marksOf(flow, { state: 'failed', step: 'c', steps }).get('c')).toBe('failed');
  expect(marksOf(flow, { state: 'done', step: null, steps }).has('c')).toBe(false);
});
