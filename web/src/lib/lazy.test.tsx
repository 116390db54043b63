// @vitest-environment happy-dom
import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { lazy, patient } from './lazy';
import { reach } from './reach';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => reach.answered());

it('a part that could not be loaded comes once the server is back', async () => {
  let away = true;
  const Part = lazy(() =>
    away ? Promise.reject(new TypeError('no chunk')) : Promise.resolve({ default: () => <b /> }),
  );
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() =>
    root.render(
      <Suspense fallback={<i />}>
        <Part />
      </Suspense>,
    ),
  );
  await act(() => Promise.resolve());
  expect(place.querySelector('i')).not.toBeNull();
  expect(reach.isAway()).toBe(true);
  away = false;
  act(() => reach.answered());
  await act(() => Promise.resolve());
  expect(place.querySelector('b')).not.toBeNull();
  act(() => root.unmount());
});

it('what the browser would remember as missing is not asked for without a network', async () => {
  const network = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  let asked = 0;
  const page = patient(() => Promise.resolve(++asked))();
  await Promise.resolve();
  expect(asked).toBe(0);
  network.mockRestore();
  dispatchEvent(new Event('online'));
  expect(await page).toBe(1);
});
