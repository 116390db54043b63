// @vitest-environment happy-dom
import { act, useState, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/meta';
import Several from '../multi_choice/Edit';
import type { Edited } from '../values';
import One from './Edit';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const field = {
  name: 'way',
  type: 'choice',
  open: true,
  choices: [
    { code: 'direct', label: { en: 'Direct' } },
    { code: 'tender', label: { en: 'Tender by invitation' } },
  ],
} as unknown as Field;

/** What is chosen by typing and pressing keys. */
async function chosen(Edit: ComponentType<Edited>, text: string, ...keys: string[]): Promise<unknown> {
  let now: unknown = null;
  function Way() {
    const [value, change] = useState<unknown>(null);
    now = value;
    return <Edit field={field} value={value} onChange={change} />;
  }
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const settle = () => act(() => new Promise((go) => setTimeout(go, 50)));
  act(() => root.render(<Way />));
  const input = place.querySelector('input');
  act(() => {
    input?.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
  for (const key of keys) {
    const keyCode = key === 'Enter' ? 13 : 40;
    act(() => {
      input?.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, which: keyCode, bubbles: true }));
      input?.dispatchEvent(new KeyboardEvent('keyup', { key, keyCode, which: keyCode, bubbles: true }));
    });
    await settle();
  }
  act(() => root.unmount());
  place.remove();
  return now;
}

describe.each([
  ['one', One, (code: string) => code],
  ['several', Several, (code: string) => [code]],
] as const)('choosing %s from an open list', (_, Edit, as) => {
  it('takes the match, not what is typed', async () => {
    expect(await chosen(Edit, 'tend', 'Enter')).toEqual(as('tender'));
  });
  it('adds what is typed when one goes there', async () => {
    expect(await chosen(Edit, 'tend', 'ArrowDown', 'Enter')).toEqual(as('tend'));
  });
  it('adds what is typed when nothing matches', async () => {
    expect(await chosen(Edit, 'auction', 'Enter')).toEqual(as('auction'));
  });
});
