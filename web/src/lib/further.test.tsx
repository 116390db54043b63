// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { act, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useFurther } from './further';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const settle = () => act(() => new Promise((go) => setTimeout(go, 30)));
/** However long it takes. */
const until = (holds: () => void) =>
  vi.waitFor(async () => {
    await settle();
    holds();
  });

it('a further page that fails is asked for once, and again by a person', async () => {
  let away = true;
  const read = vi.fn((at: number) =>
    at > 0 && away
      ? Promise.reject(new Error('away'))
      : Promise.resolve({ at, next: at < 1 ? at + 1 : null }),
  );
  let retry = () => undefined as unknown;
  let pages = 0;
  function List() {
    const list = useInfiniteQuery({
      queryKey: ['list'],
      queryFn: ({ pageParam }) => read(pageParam),
      initialPageParam: 0,
      getNextPageParam: (last) => last.next,
    });
    const { next, unread } = useFurther(list);
    useEffect(next);
    retry = unread?.retry ?? (() => undefined);
    pages = list.data?.pages.length ?? 0;
    return unread?.error.message;
  }
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <List />
      </QueryClientProvider>,
    ),
  );
  await until(() => expect(place.textContent).toBe('away'));
  await settle();
  expect(read).toHaveBeenCalledTimes(2);
  away = false;
  await act(() => retry());
  await until(() => expect([place.textContent, pages]).toEqual(['', 2]));
  expect(read).toHaveBeenCalledTimes(3);
  act(() => root.unmount());
});
