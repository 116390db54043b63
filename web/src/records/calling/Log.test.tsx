// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { Log } from './Log';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
Element.prototype.scrollIntoView = vi.fn();

const activity = {
  fields: [
    {
      name: 'outcome',
      access: 'write',
      ops: [],
      choices: [{ code: 'reached', label: { en: 'Reached', 'zh-CN': 'Reached' } }],
    },
  ],
} as unknown as ObjectMeta;

/** Opens the box of a call, does something in it and leaves; answers which outcomes were chosen when it opened. */
function visit(doing: (box: HTMLElement) => void): string[] {
  const box = document.createElement('div');
  const root = createRoot(box);
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <Log
          kind="call"
          about={{ object: 'account', id: 'a1' }}
          who="Wang"
          activity={activity}
          plan={false}
          onClose={() => undefined}
          onSave={() => Promise.resolve(true)}
        />
      </QueryClientProvider>,
    ),
  );
  const chosen = [...box.querySelectorAll('[aria-pressed=true]')].map((each) => each.textContent);
  doing(box);
  act(() => root.unmount());
  return chosen;
}

const press = (button: Element | null | undefined) => act(() => (button as HTMLButtonElement).click());

it('the outcome of a call that was not noted is none of the next call', () => {
  visit((box) => press(box.querySelector('[aria-pressed]')));
  expect(visit((box) => press(box.querySelector('button.ant-btn:not(.ant-btn-primary)')))).toEqual([
    'Reached',
  ]);
  expect(visit(() => undefined)).toEqual([]);
});
