import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 720px)');

function subscribe(tell: () => void): () => void {
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** Whether the screen is that of a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
