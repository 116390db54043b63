import { expect, test } from 'vitest';
import {
  cardsOf,
  changedWay,
  doubled,
  evenly,
  fresh,
  isForRest,
  movedTo,
  movedWay,
  movesTo,
  put,
  read,
  sameDefinition,
  spotOf,
  stepping,
  stepOf,
  withoutWay,
  without,
  withRest,
  withWay,
  written,
  type Definition,
} from './tree';

const when = { field: 'amount', op: 'gt', value: '10000' } as const;

const given = {
  trigger: { kind: 'created' },
  steps: [
    { do: 'task', input: { subject: 'a' } },
    {
      id: 'fork',
      do: 'branch',
      ways: [
        { name: 'big', when, steps: [{ id: 'x', do: 'stop' }] },
        { name: 'rest', steps: [] },
      ],
    },
    { id: 'end', do: 'wait', input: { days: 3 } },
  ],
};

const flow = (): Definition => read(given);
const names = (definition: Definition) => cardsOf(definition).slice(1);

test('steps without a name are called by their place, and nothing is lost on the way', () => {
  expect(names(flow())).toEqual(['steps[0]', 'fork', 'fork#0', 'x', 'fork#1', 'end']);
  expect(written(flow())).toEqual({
    ...given,
    steps: [{ id: 'steps[0]', ...given.steps[0] }, ...given.steps.slice(1)],
  });
  expect(sameDefinition(flow(), read(written(flow())))).toBe(true);
  const one = put(flow(), { at: 0 }, { id: 's1', do: 'update', input: { set: { a: 1, b: 2 } } });
  const other = put(flow(), { at: 0 }, { id: 's1', do: 'update', input: { set: { b: 2, a: 1 } } });
  expect(sameDefinition(one, other)).toBe(true);
  expect(sameDefinition(one, flow())).toBe(false);
});

test('what is no definition becomes an empty one', () => {
  expect(read(null)).toEqual({ trigger: { kind: 'created', input: {} }, steps: [] });
});

test('a step is put into a row, changed and taken away', () => {
  const step = fresh(flow(), 'task', undefined);
  const row = { step: 'fork', way: 1 };
  const more = put(flow(), { row, at: 0 }, step);
  expect(spotOf(more, 's1')).toEqual({ row, at: 0 });
  expect(without(more, 's1')).toEqual(flow());
  expect(names(without(flow(), 'fork'))).toEqual(['steps[0]', 'end']);
});

test('a copy stands right behind, with names of its own all through', () => {
  const { definition, id } = doubled(flow(), 'fork');
  expect(id).toBe('s1');
  expect(names(definition)).toEqual([
    ...['steps[0]', 'fork', 'fork#0', 'x', 'fork#1'],
    ...['s1', 's1#0', 's2', 's1#1', 'end'],
  ]);
});

test('a step moves past its neighbour, out of its way and into another, but not into itself', () => {
  const up = stepping(flow(), 'fork', -1);
  expect(up).toEqual({ row: undefined, at: 0 });
  expect(names(movedTo(flow(), 'fork', up ?? { at: 9 }))[0]).toBe('fork');
  const down = stepping(flow(), 'fork', 1);
  expect(names(movedTo(flow(), 'fork', down ?? { at: 9 })).slice(0, 3)).toEqual(['steps[0]', 'end', 'fork']);
  expect(stepping(flow(), 'x', -1)).toEqual({ row: undefined, at: 1 });
  expect(stepping(flow(), 'x', 1)).toEqual({ row: undefined, at: 2 });
  expect(stepping(flow(), 'end', 1)).toBeUndefined();
  const within = { row: { step: 'fork', way: 0 }, at: 0 };
  expect(movesTo(flow(), 'fork', within)).toBe(false);
  expect(movedTo(flow(), 'fork', within)).toEqual(flow());
  expect(movesTo(flow(), 'end', { at: 2 })).toBe(false);
  expect(spotOf(movedTo(flow(), 'end', within), 'end')).toEqual(within);
});

test('a new way stands before the one for all others', () => {
  const more = withWay(flow(), 'fork', { name: 'new', steps: [] });
  expect(stepOf(more, 'fork')?.ways?.map(({ name }) => name)).toEqual(['big', 'new', 'rest']);
  const fork = stepOf(more, 'fork');
  expect(fork && [0, 1, 2].map((way) => isForRest(fork, way))).toEqual([false, false, true]);
  const less = withoutWay(flow(), { step: 'fork', way: 1 });
  expect(stepOf(withRest(less, 'fork', { name: 'rest', steps: [] }), 'fork')?.ways?.length).toBe(2);
});

test('ways change places, are named and conditioned', () => {
  const turned = movedWay(flow(), { step: 'fork', way: 0 }, 1);
  expect(stepOf(turned, 'fork')?.ways?.map(({ name }) => name)).toEqual(['rest', 'big']);
  const renamed = changedWay(flow(), { step: 'fork', way: 0 }, { name: 'huge', when: undefined });
  expect(stepOf(renamed, 'fork')?.ways?.[0]).toEqual({ name: 'huge', steps: [expect.anything()] });
});

test('shares are always a hundred', () => {
  expect(evenly(3)).toEqual([34, 33, 33]);
  const ways = [
    { name: 'a', steps: [] },
    { name: 'b', steps: [] },
  ];
  const split = fresh(flow(), 'split', ways);
  expect(split.input).toEqual({ shares: [50, 50] });
  const drawn = put(flow(), { at: 0 }, { ...split, input: { shares: [70, 30] } });
  expect(stepOf(movedWay(drawn, { step: 's1', way: 0 }, 1), 's1')?.input).toEqual({ shares: [30, 70] });
  expect(stepOf(withWay(drawn, 's1', { name: 'c', steps: [] }), 's1')?.input).toEqual({
    shares: [34, 33, 33],
  });
});
