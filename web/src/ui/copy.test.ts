// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { copy, select } from './copy';

const clipboard = (value: unknown) =>
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
const byHand = (does: () => boolean) => Object.assign(document, { execCommand: does });

afterEach(() => {
  clipboard(undefined);
  byHand(() => false);
});

it('copies by the clipboard where there is one', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  clipboard({ writeText });
  expect(await copy('text')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('text');
});

it('copies without a clipboard, as over plain http', async () => {
  clipboard(undefined);
  const setData = vi.fn();
  byHand(() => {
    const event = Object.assign(new Event('copy'), { clipboardData: { setData } });
    return document.dispatchEvent(event);
  });
  expect(await copy('text')).toBe(true);
  expect(setData).toHaveBeenCalledWith('text/plain', 'text');
});

it('says when the browser does not let it, and selects the text', async () => {
  clipboard({ writeText: () => Promise.reject(new Error('not allowed')) });
  byHand(() => {
    throw new Error('none');
  });
  expect(await copy('text')).toBe(false);
  const code = document.body.appendChild(document.createElement('code'));
  code.textContent = 'secret';
  select(code);
  expect(getSelection()?.toString()).toBe('secret');
});
