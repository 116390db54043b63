import { useEffect, useState } from 'react';

/** As many lines as fill a screen. */
const STEP = 20;

/** How many of a long list are drawn by now: a screen of them at once, then as many with each frame, so that none takes long. */
export function useGrowing(length: number): number {
  const [drawn, grow] = useState(STEP);
  useEffect(() => {
    if (drawn >= length) {
      return;
    }
    const frame = requestAnimationFrame(() => grow(drawn + STEP));
    return () => cancelAnimationFrame(frame);
  }, [drawn, length]);
  return Math.min(drawn, length);
}
