import { useEffect, useEffectEvent } from 'react';

/** Does something once, as soon as it is there. */
export function Begin({ act }: { act: () => void }) {
  const run = useEffectEvent(act);
  useEffect(() => run(), []);
  return null;
}
