// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pressed, stepsOf } from './keys';

const key = (init: KeyboardEventInit & { key: string }) => pressed(new KeyboardEvent('keydown', init));

test('keys are told as the map writes them', () => {
  expect(key({ key: ' ' })).toBe('space');
  expect(key({ key: '?', shiftKey: true })).toBe('?');
  expect(key({ key: 'X', shiftKey: true })).toBe('shift+x');
  expect(key({ key: 'J' })).toBe('j');
  expect(key({ key: 'Enter', ctrlKey: true })).toBe('mod+enter');
  expect(key({ key: 'ArrowLeft', altKey: true })).toBe('alt+arrowleft');
});

test('they look as they stand on the keyboard', () => {
  expect(stepsOf('g t')).toEqual([['G'], ['T']]);
  expect(stepsOf('mod+enter')).toEqual([['Ctrl', '↵']]);
  expect(stepsOf('?')).toEqual([['?']]);
});
