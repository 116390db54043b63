// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { toast, undoLast } from './toast';

beforeEach(() => {
  vi.useFakeTimers();
  while (undoLast());
});

const at = (page: string) => window.history.replaceState(null, '', page);
const gone = () => vi.advanceTimersByTime(60_000);

test('what was done last is taken back once, not what cannot be', () => {
  const [first, last] = [vi.fn(), vi.fn()];
  toast.done('one', { undo: first });
  toast.done('two', { undo: last });
  toast.done('saved');
  toast.problem('three', { label: 'again', run: vi.fn() });
  expect([undoLast(), undoLast()]).toEqual([true, false]);
  expect(last).toHaveBeenCalledTimes(1);
  expect(first).not.toHaveBeenCalled();
});

test('as long as it is told it is taken back from anywhere, then on the page where it was', () => {
  const undo = vi.fn();
  at('/lead/1');
  toast.done('deleted', { undo });
  at('/lead');
  gone();
  at('/account');
  expect(undoLast()).toBe(false);
  at('/lead');
  expect(undoLast()).toBe(true);
  toast.done('deleted', { undo });
  at('/account');
  expect(undoLast()).toBe(true);
  expect(undo).toHaveBeenCalledTimes(2);
});

test('long work is taken back when it is done', () => {
  const [undo, stop] = [vi.fn(), vi.fn()];
  const work = toast.work('going', { label: 'stop', run: stop });
  expect(undoLast()).toBe(false);
  work.done('done', { undo });
  gone();
  expect(undoLast()).toBe(true);
  expect([undo.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0]);
});
