import { useSyncExternalStore } from 'react';

function screen(most: number) {
  const query = matchMedia(`(max-width: ${most}px)`);
  return {
    subscribe: (tell: () => void) => {
      query.addEventListener('change', tell);
      return () => query.removeEventListener('change', tell);
    },
    fits: () => query.matches,
  };
}

const phone = screen(720);
const small = screen(1100);

/** Whether the screen is that of a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(phone.subscribe, phone.fits);

/** Whether signs had better stand without their words. */
export const useSmall = (): boolean => useSyncExternalStore(small.subscribe, small.fits);
