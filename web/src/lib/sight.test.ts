// @vitest-environment happy-dom
import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listQuery } from './records';
import { look, rowsOf } from './sight';

const PAGE = 100;
/** The records as the server has them, in their order. */
let all: string[];
const read = vi.fn<(request: Request) => Promise<Response>>();

beforeEach(() => {
  all = Array.from({ length: 1_000 }, (_, i) => `r${i}`);
  read.mockReset();
  read.mockImplementation(async (request: Request) => {
    const { after } = (await request.json()) as { after?: string };
    const from = after === undefined ? 0 : Number(after.slice(1));
    const rest = after === undefined ? all : all.filter((id) => orderOf(id) > from);
    const items = rest.slice(0, PAGE).map((id) => ({ id, version: 1 }));
    const next = rest.length > PAGE ? `#${orderOf(items.at(-1)?.id ?? '')}` : null;
    return Response.json({ items, next });
  });
  vi.stubGlobal('fetch', read);
});

/** By what a record is sorted. */
const orderOf = (id: string) => moved.get(id) ?? Number(id.slice(1));
const moved = new Map<string, number>();

const client = new QueryClient();
afterEach(() => {
  client.clear();
  moved.clear();
  vi.unstubAllGlobals();
});

const options = listQuery('lead', {});
const rows = () => {
  const pages = client.getQueryData(options.queryKey)?.pages ?? [];
  return rowsOf(client, options.queryKey, pages).map(({ id }) => id);
};

async function scrolledToTheEnd() {
  const list = new InfiniteQueryObserver(client, options);
  const stop = list.subscribe(() => undefined);
  await list.refetch();
  while (list.getCurrentResult().hasNextPage) {
    await list.fetchNextPage();
  }
  read.mockClear();
  return { list, stop };
}

it('only the pages around those that are seen are read anew, the others once one goes there', async () => {
  const { list, stop } = await scrolledToTheEnd();
  expect(rows()).toHaveLength(1_000);
  expect(look(client, options.queryKey, 'r450', 'r480')).toBe(false);
  all = all.filter((id) => id !== 'r460' && id !== 'r20');
  await client.invalidateQueries({ queryKey: options.queryKey });
  expect(read).toHaveBeenCalledTimes(3);
  expect(rows()).not.toContain('r460');
  expect(rows()).toContain('r20');

  expect(look(client, options.queryKey, 'r400', 'r420')).toBe(false);
  expect(look(client, options.queryKey, 'r10', 'r40')).toBe(true);
  await list.refetch();
  expect(read).toHaveBeenCalledTimes(5);
  expect(rows()).not.toContain('r20');
  expect(look(client, options.queryKey, 'r10', 'r40')).toBe(false);
  stop();
});

it('what comes in pushes none out, and what moves stands once', async () => {
  const { list, stop } = await scrolledToTheEnd();
  look(client, options.queryKey, 'r0', 'r30');
  all = ['r-1', ...all];
  await client.invalidateQueries({ queryKey: options.queryKey });
  expect(read).toHaveBeenCalledTimes(2);
  expect(rows()[0]).toBe('r-1');
  expect(new Set(rows()).size).toBe(rows().length);
  look(client, options.queryKey, 'r250', 'r280');
  await list.refetch();
  expect(rows().slice(0, 400)).toEqual(all.slice(0, 400));
  stop();
});

it('what moves to where one looks stands there, and no more where it was', async () => {
  const { stop } = await scrolledToTheEnd();
  look(client, options.queryKey, 'r450', 'r480');
  moved.set('r20', 455.5);
  all = all.toSorted((a, b) => orderOf(a) - orderOf(b));
  await client.invalidateQueries({ queryKey: options.queryKey });
  expect(rows().filter((id) => id === 'r20')).toHaveLength(1);
  expect(rows()[rows().indexOf('r20') - 1]).toBe('r455');
  stop();
});

it('a list of which nobody said what is seen is read as a whole', async () => {
  const { stop } = await scrolledToTheEnd();
  await client.invalidateQueries({ queryKey: options.queryKey });
  expect(read).toHaveBeenCalledTimes(10);
  stop();
});
