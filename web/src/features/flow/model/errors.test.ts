import { expect, test } from 'vitest';
import { Problem } from '@/lib/api';
import { cardAt, missing, placed, placedOf, settled, wrongWith } from './errors';
import { read } from './tree';

const flow = read({
  trigger: { kind: 'entered' },
  steps: [
    { id: 'a', do: 'task' },
    { id: 'b', do: 'branch', ways: [{ name: 'w', steps: [{ id: 'c', do: 'wait' }] }] },
  ],
});

test('a path leads to the card that it is about', () => {
  expect(cardAt(flow, 'trigger.input.field')).toEqual({ card: 'trigger', member: 'input.field' });
  expect(cardAt(flow, 'when')).toEqual({ card: 'trigger', member: 'when' });
  expect(cardAt(flow, 'steps[0].input.subject')).toEqual({ card: 'a', member: 'input.subject' });
  expect(cardAt(flow, 'steps[1].ways')).toEqual({ card: 'b', member: 'ways' });
  expect(cardAt(flow, 'steps[1].ways[0].when')).toEqual({ card: 'b#0', member: 'when' });
  expect(cardAt(flow, 'steps[1].ways[0].steps[0].input')).toEqual({ card: 'c', member: 'input' });
  expect(cardAt(flow, 'steps[1].ways[0].steps')).toEqual({ card: 'b#0', member: 'steps' });
  expect(cardAt(flow, 'steps')).toBeUndefined();
  expect(cardAt(flow, 'name')).toBeUndefined();
});

test('what was refused stands beside its card until that is changed', () => {
  const all = placed(flow, [
    { field: 'steps[0].input.set.size', message: 'no size' },
    { field: 'steps', message: 'nothing to do' },
    { message: 'nothing to do' },
  ]);
  expect(all.rest).toEqual(['nothing to do']);
  expect(wrongWith(all.cards.get('a'), 'input.set')).toBe('no size');
  expect(wrongWith(all.cards.get('a'), 'input.se')).toBeUndefined();
  expect(settled(all, 'a').cards.size).toBe(0);
  expect(settled(all, 'b')).toEqual(all);
});

test('a refusal that names nothing is told as a whole', () => {
  expect(placedOf(flow, new Problem({ status: 403, detail: 'Not you' })).rest).toEqual(['Not you']);
  expect(placedOf(flow, new Error('away')).rest).toEqual([]);
});

test('what has to be filled in is told before anything is sent', () => {
  const needs = (name: string, input: string) => ({
    name,
    inputs: [{ name: input, label: { en: input }, required: true }],
  });
  const kinds = { triggers: [needs('entered', 'field')], steps: [needs('task', 'subject')] };
  const { cards } = missing(flow, kinds, (label) => `fill in ${label.en ?? ''}`, 'no steps');
  expect([...cards]).toEqual([
    ['trigger', [{ member: 'input.field', message: 'fill in field' }]],
    ['a', [{ member: 'input.subject', message: 'fill in subject' }]],
  ]);
});

test('a loop without steps is told at once', () => {
  const loops = read({
    trigger: { kind: 'created' },
    steps: [{ id: 'l', do: 'each', ways: [{ steps: [] }] }],
  });
  const { cards } = missing(loops, { triggers: [], steps: [] }, () => '', 'no steps');
  expect([...cards]).toEqual([['l', [{ member: 'ways', message: 'no steps' }]]]);
});
