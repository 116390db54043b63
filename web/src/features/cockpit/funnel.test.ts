import { expect, test } from 'vitest';
import { behind, reachedFilter, type Step } from './funnel';

const step = (stage: string): Step => ({
  pipeline: 'default',
  stage,
  count: 0,
  reached: 0,
  conversion: null,
});
const steps = ['first', 'second', 'third', 'won', 'lost'].map(step);
const [won, lost] = [new Set(['won']), new Set(['lost'])];
const reached = (stage: string) => reachedFilter(steps, stage, won, lost);

test('all deals came to the first stage', () => {
  expect(reached('first')).toBeUndefined();
  expect(behind(undefined, steps, step('first'), won, lost)).toEqual({
    field: 'pipeline',
    op: 'eq',
    value: 'default',
  });
});

test('who stands farther, stood farther once or is won came to the stage', () => {
  expect(reached('second')).toEqual({
    or: [
      { field: 'stage', op: 'in', value: ['second', 'third', 'won'] },
      { field: 'furthest_stage', op: 'in', value: ['second', 'third'] },
    ],
  });
});

test('what is won or lost stands there', () => {
  expect(reached('won')).toEqual({ field: 'stage', op: 'eq', value: 'won' });
  expect(reached('lost')).toEqual({ field: 'stage', op: 'eq', value: 'lost' });
});
