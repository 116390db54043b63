import { useSyncExternalStore } from 'react';

let away = false;
const listeners = new Set<() => void>();

/** What calls tell of the server: it answered, whatever it said, or nothing came back. */
export const reach = {
  answered: () => know(false),
  silent: () => know(true),
  isAway: () => away || !navigator.onLine,
  /** Waits until the server can be reached. */
  back: () =>
    new Promise<void>((resolve) => {
      if (!reach.isAway()) {
        resolve();
        return;
      }
      const stop = reach.follow(() => {
        if (!reach.isAway()) {
          stop();
          resolve();
        }
      });
    }),
  /** Tells when this may have changed; answers how to stop. */
  follow: (tell: () => void): (() => void) => {
    listeners.add(tell);
    addEventListener('online', tell);
    addEventListener('offline', tell);
    return () => {
      listeners.delete(tell);
      removeEventListener('online', tell);
      removeEventListener('offline', tell);
    };
  },
};

function know(now: boolean): void {
  if (now !== away) {
    away = now;
    listeners.forEach((tell) => tell());
  }
}

/** Whether the server cannot be reached: no network, or nobody answers. */
export const useAway = (): boolean => useSyncExternalStore(reach.follow, reach.isAway);
