import { useSyncExternalStore } from 'react';

/** What lies over the page, wherever it was asked for. */
export type Overlay = { kind: 'palette' } | { kind: 'keys' } | { kind: 'create'; object: string };

let shown: Overlay | undefined;
const listeners = new Set<() => void>();

function put(next: Overlay | undefined): void {
  shown = next;
  listeners.forEach((tell) => tell());
}

export const overlay = {
  show: (next: Overlay): void => put(next),
  hide: (): void => put(undefined),
};

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useOverlay = (): Overlay | undefined => useSyncExternalStore(subscribe, () => shown);
