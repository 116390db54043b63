// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import type { Field } from '@/lib/meta';
import Money from './money/Edit';
import { isUnread } from './values';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let told: unknown;

/** A field for money, in which somebody types key by key and leaves. */
function typing(text: string) {
  function Amount() {
    const [value, change] = useState<unknown>(null);
    told = value;
    return <Money field={{ name: 'amount', type: 'money' } as Field} value={value} onChange={change} />;
  }
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() => root.render(<Amount />));
  const input = place.querySelector('input');
  for (let end = 1; input && end <= text.length; end++) {
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
        input,
        text.slice(0, end),
      );
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(input.value).toBe(text.slice(0, end));
  }
  act(() => {
    input?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
  const after = { value: input?.value, invalid: input?.ariaInvalid ?? input?.getAttribute('aria-invalid') };
  act(() => root.unmount());
  place.remove();
  return after;
}

it('takes what people write for a large number', () => {
  expect(typing('30w')).toEqual({ value: '300000', invalid: null });
  expect(told).toBe('300000');
  expect(typing('5.05')).toEqual({ value: '5.05', invalid: null });
});

it('never takes a part of what is no number', () => {
  expect(typing('30 or 40')).toEqual({ value: '30 or 40', invalid: 'true' });
  expect(told).toBe('30 or 40');
});

it.each([
  ['money', { amount: '30x', currency: 'CNY' }, true],
  ['money', { amount: '30', currency: 'CNY' }, false],
  ['integer', 3, false],
  ['percent', 'x', true],
  ['date', 'first of March', true],
  ['date', '2027-03-01', false],
  ['datetime', '2027-03-01T09:00:00Z', false],
  ['text', 'x', false],
  ['date', null, false],
])('of %s %j is unread: %s', (type, value, unread) => {
  expect(isUnread(type, value)).toBe(unread);
});
