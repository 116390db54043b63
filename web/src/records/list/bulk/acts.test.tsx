// @vitest-environment happy-dom
import i18next from 'i18next';
import { createRoot, type Root } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from '@/ui/toast';
import { act, remove, type T } from './acts';

/** Words by their key and what is told in them. */
const t = ((key: string, named: Record<string, string> = {}) =>
  [key, ...Object.values(named)].join(' ')) as unknown as T;
const filter = { field: 'status', op: 'eq', value: 'new' } as const;
let matching = 3;
let refused = 0;
let away = false;
let deleted = 0;

async function answer(request: Request): Promise<unknown> {
  const { pathname } = new URL(request.url);
  if (away) {
    throw new TypeError('away');
  }
  if (pathname.endsWith('/query')) {
    const items = Array.from({ length: matching }, (_, i) => ({ id: String(i), version: 1 }));
    return { items, next: null };
  }
  if (pathname.endsWith('/batch')) {
    deleted += 1;
    const { delete: rows } = (await request.json()) as { delete: unknown[] };
    return { results: rows.map((_, i) => ({ status: i < refused ? 412 : 204 })) };
  }
  return pathname.endsWith('/bulk') ? { id: 'job' } : { status: 'done', updated: 4, failed: 0, problems: [] };
}

const place = document.createElement('div');
let root: Root;

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: {} }));

beforeEach(() => {
  matching = 3;
  refused = 0;
  away = false;
  deleted = 0;
  vi.stubGlobal('fetch', async (request: Request) => Response.json(await answer(request)));
  root = createRoot(place);
  root.render(<Toasts />);
});

afterEach(() => {
  place.querySelectorAll<HTMLElement>('[aria-label=close]').forEach((button) => button.click());
  root.unmount();
  vi.unstubAllGlobals();
});

/** What the person is told in the end. */
const isTold = (...texts: string[]) =>
  vi.waitFor(() => {
    const told = [...place.querySelectorAll('[data-kind]')];
    expect(told.map(({ firstChild }) => firstChild?.textContent)).toEqual(texts);
  });

it('all that match are deleted when they are as many as were confirmed', async () => {
  await remove(t, 'lead', { filter, expected: 3 });
  expect(deleted).toBe(1);
  await isTold('done.delete 3');
});

it.each([2, 4])('nothing is deleted when %i match instead of three', async (now) => {
  matching = now;
  await remove(t, 'lead', { filter, expected: 3 });
  expect(deleted).toBe(0);
  await isTold('count_differs');
});

it('what was changed meanwhile is left, and told in words', async () => {
  refused = 3;
  await remove(t, 'lead', { filter, expected: 3 });
  await isTold('done.delete 0thenfailed 3 changed_meanwhile');
});

it('an act that the server does not take on is told, so that its panel stays', async () => {
  away = true;
  expect(await act(t, 'lead', 'set', { ids: ['0'] }, { set: { name: 'x' } })).toBe(false);
  await isTold('problem.unreachable');
});

it('an act that names somebody tells whom', async () => {
  await act(t, 'lead', 'assign', { ids: ['0'] }, { verb: 'assign', input: {} }, { whom: 'Wang' });
  await isTold('done.assign 4 Wang');
});
