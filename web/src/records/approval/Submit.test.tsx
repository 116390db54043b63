// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startSpeaking } from '@/lib/i18n';
import type { ObjectMeta } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { asked, type Story } from './api';
import { Submit } from './Submit';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const deal = {
  name: 'opportunity',
  traits: [],
  personal: false,
  can: { update: true },
} as unknown as ObjectMeta;
const buttons = [{ id: 'f', name: 'Discount', asks: true, chooses: false }];
const answer = (status: number, body: unknown) =>
  Promise.resolve(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    }),
  );

beforeEach(() => startSpeaking());
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Until what was asked for is shown. */
const settled = () => act(() => new Promise((go) => setTimeout(go, 300)));

async function drawn(stories: Story[] | undefined) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <Submit meta={deal} id="1" stories={stories} />
      </QueryClientProvider>,
    ),
  );
  await settled();
  const said = place.textContent;
  return { place, said, gone: () => act(() => root.unmount()) };
}

it('nothing can be submitted until it is known what is asked already', async () => {
  vi.stubGlobal('fetch', () => answer(200, { items: buttons }));
  const unknown = await drawn(undefined);
  const none = await drawn([]);
  const pending = await drawn([{ status: 'pending' } as Story]);
  expect([unknown.said, none.said, pending.said]).toEqual(['', 'Discount', '']);
  [unknown, none, pending].forEach(({ gone }) => gone());
});

it('what could not be read is not taken for nothing, and is read again by a person', async () => {
  let away = true;
  vi.stubGlobal('fetch', () => (away ? answer(403, { code: 'x' }) : answer(200, { items: buttons })));
  const { place, said, gone } = await drawn([]);
  expect(said).toContain('Approvals could not be loaded');
  away = false;
  act(() => place.querySelector('button')?.click());
  await settled();
  expect(place.textContent).toBe('Discount');
  gone();
});

it.each([
  ['came', [{ id: 'new' }, { id: 'old' }], true],
  ['did not come', [{ id: 'old' }], false],
])('whoever submitted is told whether the approval %s', async (_, items, told) => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => answer(200, { items }));
  const came = asked('opportunity', '1', [{ id: 'old' } as Story]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await came).toBe(told);
});
