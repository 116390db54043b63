// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
import { startSpeaking } from '@/lib/i18n';
import { NOTHING_WRONG } from '../model/errors';
import { Matrix } from './Matrix';
import { readProcess, writtenProcess, type Process } from './model';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => startSpeaking());

const process = readProcess({
  others: 'back',
  states: ['a', 'b', 'c'].map((value) => ({ value })),
  gates: [{ id: 'g1', to: 'b', from: ['a'], required: ['x'] }],
});

test('a press allows a move that is not, and opens what any other takes', () => {
  const [onChoose, onChange] = [vi.fn<(card: string) => void>(), vi.fn<(next: Process) => void>()];
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() =>
    root.render(
      <Matrix
        process={process}
        label={(value) => value.toUpperCase()}
        chosen={undefined}
        placed={NOTHING_WRONG}
        onChoose={onChoose}
        onChange={onChange}
      />,
    ),
  );
  const press = (start: string) =>
    act(() => place.querySelector<HTMLElement>(`[aria-label^="${start}"]`)?.click());
  press('From “A” to “B”: has conditions of its own');
  press('From “C” to “A”: allowed');
  expect(onChoose.mock.calls).toEqual([['a>b'], ['c>a']]);
  expect(onChange).not.toHaveBeenCalled();
  press('From “A” to “C”: not allowed');
  expect(onChoose).toHaveBeenCalledTimes(2);
  expect(onChange.mock.calls.map(([next]) => writtenProcess(next))).toEqual([
    {
      ...writtenProcess(process),
      gates: [...(writtenProcess(process) as { gates: object[] }).gates, { id: 'g2', to: 'c', from: ['a'] }],
    },
  ]);
  act(() => root.unmount());
});
