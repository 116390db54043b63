import { useEffect, useEffectEvent, useRef } from 'react';

/** Gives the focus to an element once something is over that took it along, unless something else has it meanwhile. */
export function useFocusAfter(on: boolean, find: () => HTMLElement | null | undefined): void {
  const was = useRef(on);
  const give = useEffectEvent(() => find()?.focus({ preventScroll: true }));
  useEffect(() => {
    if (was.current && !on && document.activeElement === document.body) {
      give();
    }
    was.current = on;
  }, [on]);
}
