// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, QueryObserver } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordQuery, recordsKey } from '@/lib/records';
import { useLiveChanges } from './live';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const { listen } = vi.hoisted(() => ({
  listen: vi.fn<(open: unknown, heard: { change: (data: string) => void }) => () => void>(
    () => () => undefined,
  ),
}));
vi.mock('@/lib/stream', () => ({ listen }));

const change = (version: number) =>
  listen.mock.lastCall?.[1].change(JSON.stringify({ object: 'contact', id: 'c1', version, act: 'updated' }));

const deal = recordQuery('opportunity', 'd1').queryKey;
const otherDeal = recordQuery('opportunity', 'd2').queryKey;
const contact = recordQuery('contact', 'c1').queryKey;
const contacts = [...recordsKey('contact'), 'list'];

let queries: QueryClient;
let leave: () => void;
/** Whether it is to be read anew once it is looked at. */
const stale = (key: readonly unknown[]) => queries.getQueryState(key)?.isInvalidated;

beforeEach(() => {
  vi.useFakeTimers();
  queries = new QueryClient();
  queries.setQueryData(contact, { id: 'c1', version: 2, name: 'Lee' });
  queries.setQueryData(contacts, { pages: [{ items: [{ id: 'c1', version: 2 }] }] });
  queries.setQueryData(deal, { id: 'd1', version: 1, contact: { id: 'c1', label: 'Li' } });
  queries.setQueryData(otherDeal, { id: 'd2', version: 1, contact: { id: 'c2' } });
  function Page() {
    useLiveChanges();
    return null;
  }
  const root = createRoot(document.createElement('div'));
  act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <Page />
      </QueryClientProvider>,
    ),
  );
  leave = () => act(() => root.unmount());
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

it('what one changed oneself is read anew only where it is linked', () => {
  change(2);
  vi.advanceTimersByTime(500);
  expect([contact, contacts, deal, otherDeal].map(stale)).toEqual([false, false, true, false]);
});

it('what a colleague changed is read anew wherever it stands', () => {
  change(3);
  vi.advanceTimersByTime(500);
  expect([contact, contacts, deal, otherDeal].map(stale)).toEqual([true, true, true, false]);
});

it('figures are worked out anew now and then, and waited for', async () => {
  const total = [...recordsKey('contact'), 'totals', {}];
  const worked = vi.fn<() => Promise<number>>(() => new Promise((tell) => setTimeout(() => tell(1), 7_000)));
  queries.setQueryData(total, 0);
  const observer = new QueryObserver(queries, { queryKey: total, queryFn: worked, staleTime: Infinity });
  const unobserve = observer.subscribe(() => undefined);
  for (let version = 3; version < 43; version++) {
    change(version);
    await vi.advanceTimersByTimeAsync(500);
  }
  unobserve();
  expect(queries.getQueryData(total)).toBe(1);
  expect(worked.mock.calls.length).toBe(2);
  expect(stale(contacts)).toBe(true);
});
