// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- the one place that wraps it
import { lazy as once } from 'react';
import { reach } from './reach';

/**
 * What could not be loaded is loaded once the server is there again; then it is either found or of a former version. Browsers may
 * remember until the next reload that a module was not to be had, so none is asked for without a network; where only the server is
 * away, the browser mostly has it still.
 */
async function patiently<T>(load: () => Promise<T>): Promise<T> {
  if (!navigator.onLine) {
    await reach.back();
  }
  try {
    return await load();
  } catch {
    reach.silent();
    await reach.back();
    return load();
  }
}

/** A part of the page that is loaded when it is wanted; without a connection the page waits for it and stays as it is. */
export const lazy: typeof once = (load) => once(() => patiently(load));

/** The same for a page that its address asks for. */
export const patient =
  <T>(load: () => Promise<T>) =>
  () =>
    patiently(load);

/** Fetches what is likely to be wanted in a moment; what that did not bring, its use will. */
export const prepare = (load: () => Promise<unknown>): void => {
  if (!reach.isAway()) {
    load().catch(() => undefined);
  }
};
