// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { objectQuery, type Field, type ObjectMeta } from '@/lib/meta';
import { CarryOnContext, type Wish } from '../gates';
import { useFact } from './useFact';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const choice = (name: string, more: Partial<Field>) =>
  ({ name, type: 'choice', label: { en: name }, ops: [], settings: {}, access: 'write', ...more }) as Field;
const line = choice('line', { choices: [{ code: 'hard' }, { code: 'soft' }, { code: 'none' }] });
const product = choice('product', {
  required: true,
  depends_on: 'line',
  choices: [
    { code: 'router', when: ['hard', 'none'] },
    { code: 'suite', when: ['soft'] },
  ],
});

const refusal = {
  status: 422,
  code: 'record.invalid',
  errors: [{ field: 'line', code: 'x', message: 'not now' }],
};

afterEach(() => vi.unstubAllGlobals());

it('whoever goes elsewhere while something is asked gives nothing back', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(JSON.stringify(refusal), {
        status: refusal.status,
        headers: { 'Content-Type': 'application/problem+json' },
      }),
    ),
  );
  const queries = new QueryClient();
  queries.setQueryData(objectQuery('lead').queryKey, { name: 'lead', fields: [line, product] } as ObjectMeta);
  const entry = { id: 'l1', version: 1, line: 'hard', product: 'router' };
  const end = vi.fn();
  let fact: ReturnType<typeof useFact> | undefined;
  function Editor() {
    fact = useFact('lead', entry, line, end);
    return null;
  }
  const root = createRoot(document.createElement('div'));
  act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <Editor />
      </QueryClientProvider>,
    ),
  );
  await act(async () => fact?.save('none'));
  expect(fact?.wrong).toBe('not now');
  await act(async () => fact?.save('soft'));
  expect(fact?.missing?.fields).toEqual([product]);
  act(() => fact?.leave());
  expect(end).not.toHaveBeenCalled();
  act(() => fact?.missing?.back());
  act(() => fact?.leave());
  expect(end).toHaveBeenCalledOnce();
  act(() => root.unmount());
});

it('what a process holds up is handed over to be asked for what it lacks', async () => {
  const errors = [{ field: 'line', code: 'process.unchecked', message: 'tick' }];
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      Response.json(
        { ...refusal, errors },
        { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    ),
  );
  const queries = new QueryClient();
  queries.setQueryData(objectQuery('lead').queryKey, { name: 'lead', fields: [line] } as ObjectMeta);
  const entry = { id: 'l1', version: 1, line: 'hard' };
  const [end, carryOn] = [vi.fn(), vi.fn<(wish: Wish) => void>()];
  let fact: ReturnType<typeof useFact> | undefined;
  function Editor() {
    fact = useFact('lead', entry, line, end);
    return null;
  }
  const root = createRoot(document.createElement('div'));
  act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <CarryOnContext value={carryOn}>
          <Editor />
        </CarryOnContext>
      </QueryClientProvider>,
    ),
  );
  await act(async () => fact?.save('none'));
  expect(end).toHaveBeenCalledOnce();
  expect(carryOn).toHaveBeenCalledWith({ object: 'lead', entry, field: line, to: 'none' });
  act(() => root.unmount());
});
