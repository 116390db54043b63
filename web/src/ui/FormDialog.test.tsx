// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FormDialog } from './FormDialog';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const close = vi.fn();
let root: Root;

beforeEach(() => {
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  act(() =>
    root.render(
      <FormDialog onClose={close}>
        <input />
      </FormDialog>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  close.mockReset();
});

const dialogs = () => document.querySelectorAll('.ant-modal-wrap').length;
const type = () =>
  act(() => void document.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true })));
const leave = () => act(() => document.querySelector<HTMLElement>('.ant-modal-close')?.click());

it('closes at once while nothing was typed', () => {
  leave();
  expect(close).toHaveBeenCalledOnce();
});

it('asks before it forgets what was typed', () => {
  type();
  leave();
  expect(close).not.toHaveBeenCalled();
  expect(dialogs()).toBe(2);
});

it('forgets what was typed by its button', () => {
  type();
  act(() => document.querySelector<HTMLElement>('.ant-modal-footer button')?.click());
  expect(close).toHaveBeenCalledOnce();
});
