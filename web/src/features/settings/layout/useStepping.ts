import { useEffect, useRef, type KeyboardEvent } from 'react';

/** Moves by ↑↓ what the button belongs to, and keeps the focus there wherever it goes. */
export function useStepping(step: (by: 1 | -1) => void) {
  const button = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) {
      moved.current = false;
      button.current?.focus();
    }
  });
  return {
    ref: button,
    onKeyDown: (event: KeyboardEvent) => {
      const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
      if (by !== undefined) {
        event.preventDefault();
        moved.current = true;
        step(by);
      }
    },
  };
}
