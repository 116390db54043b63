import { expect, test } from 'vitest';
import { bring } from '../brought';
import { ownDialog, ownWay } from './ownDialogs';

test('a verb that alone leads on is found by what the server says, and its dialog by its name', () => {
  const Dialog = () => null;
  bring({ objects: { chore: { dialogs: { hand_over: { Dialog, refusal: 'chore.not_yours' } } } } });
  expect(ownWay('chore', 'chore.not_yours')).toBe('hand_over');
  expect(ownWay('chore', 'chore.done')).toBeUndefined();
  expect(ownWay('errand', 'chore.not_yours')).toBeUndefined();
  expect(ownDialog('chore', 'hand_over')).toBe(Dialog);
  expect(ownDialog('chore', 'done')).toBeUndefined();
});
