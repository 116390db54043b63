import { useEffect, useRef } from 'react';

/** Of ways in a row that is wider than the screen, brings the one that somebody is at into sight. */
export function useCurrentInSight<T extends HTMLElement>(at: string) {
  const row = useRef<T>(null);
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [at]);
  return row;
}
