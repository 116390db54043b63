import { expect, test } from 'vitest';
import { begun, redone, stepped, undone } from './history';

test('steps are taken back and taken again; typing is one of them', () => {
  let history = stepped(begun('a'), 'b');
  history = stepped(stepped(history, 'bc', 'name'), 'bcd', 'name');
  expect(history.past).toEqual(['a', 'b']);
  const back = undone(history);
  expect(back?.now).toBe('b');
  expect(back && redone(back)?.now).toBe('bcd');
  expect(back && stepped(back, 'x').future).toEqual([]);
});

test('nothing comes before the beginning, and the past does not grow for ever', () => {
  expect(undone(begun('a'))).toBeUndefined();
  expect(redone(begun('a'))).toBeUndefined();
  let history = begun(0);
  for (let i = 1; i < 300; i += 1) {
    history = stepped(history, i);
  }
  expect(history.past.length).toBe(100);
});
