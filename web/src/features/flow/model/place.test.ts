import { expect, test } from 'vitest';
import { goesInto, inPlace, isLooped, objectIn, rowAt } from './place';
import { cardsOf, read } from './tree';
import { cardAt } from './errors';

const flow = read({
  trigger: { kind: 'created' },
  steps: [
    {
      id: 'contacts',
      do: 'each',
      input: { object: 'contact', link: 'account' },
      ways: [
        { steps: [{ id: 'fork', do: 'branch', ways: [{ name: 'a', steps: [{ id: 'in', do: 'stop' }] }] }] },
      ],
    },
    { id: 'parent', do: 'each', input: { link: 'parent' }, ways: [{ steps: [{ id: 'up', do: 'tag' }] }] },
    { id: 'open', do: 'each', input: {}, ways: [{ steps: [{ id: 'lost', do: 'tag' }] }] },
    { id: 'ask', do: 'approval' },
    { id: 'ways', do: 'branch', ways: [{ name: 'b', steps: [{ id: 'deep', do: 'task' }] }] },
  ],
});

const target = (object: string, link: string) =>
  object === 'account' && link === 'parent' ? 'account' : undefined;
const about = (card: string) => objectIn(flow, rowAt(flow, card), 'account', target);

test('steps of a loop are about what it leads to, however deep they stand', () => {
  expect(['trigger', 'contacts', 'ask', 'ways#0', 'deep'].map(about)).toEqual(Array(5).fill('account'));
  expect(['fork', 'fork#0', 'in'].map(about)).toEqual(Array(3).fill('contact'));
  expect(about('up')).toBe('account');
  expect(about('lost')).toBeUndefined();
});

test('loops and what asks stand in no loop, and whatever holds them', () => {
  const inside = { row: { step: 'fork', way: 0 }, at: 0 };
  expect(isLooped(flow, inside.row)).toBe(true);
  expect(isLooped(flow, { step: 'ways', way: 0 })).toBe(false);
  expect(['ask', 'parent'].map((id) => goesInto(flow, id, inside))).toEqual([false, false]);
  expect(goesInto(flow, 'ways', inside)).toBe(true);
  expect(goesInto(flow, 'ask', { row: { step: 'ways', way: 0 }, at: 0 })).toBe(true);
  const asking = read({
    trigger: { kind: 'created' },
    steps: [
      { id: 'loop', do: 'each', ways: [{ steps: [] }] },
      { id: 'fork', do: 'branch', ways: [{ steps: [{ id: 'ask', do: 'approval' }] }] },
    ],
  });
  expect(goesInto(asking, 'fork', { row: { step: 'loop', way: 0 }, at: 0 })).toBe(false);
});

test('the one way of a loop has no card; what is wrong with it is told at the loop', () => {
  expect(cardsOf(flow)).not.toContain('contacts#0');
  expect(cardsOf(flow)).toContain('fork#0');
  expect(cardAt(flow, 'steps[0].ways[0].steps')).toEqual({ card: 'contacts', member: 'ways' });
  expect(cardAt(flow, 'steps[1].ways[0].steps[0].input.field')).toEqual({
    card: 'up',
    member: 'input.field',
  });
});

test('what a trial did for each record is told where the loop began it; a part alone has it as it came', () => {
  const did = (step: string, outcome = 'done') => ({ step, outcome });
  const begun = did('contacts', 'looping');
  const told = [begun, did('contacts', 'looped'), did('deep'), did('in'), did('in')];
  expect(inPlace(flow, told)).toEqual([begun, did('in'), did('in'), did('contacts', 'looped'), did('deep')]);
  expect(inPlace(flow, [did('fork', 'went'), did('in')])).toEqual([did('fork', 'went'), did('in')]);
});
