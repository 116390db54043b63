import type { KeyboardEvent } from 'react';

const STEPS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Lets the arrows choose among the buttons of a radio group, of which Tab reaches the chosen one. */
export function byArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
  const at = all.findIndex((each) => each === document.activeElement);
  if (step === undefined || at < 0) {
    return;
  }
  event.preventDefault();
  const next = all[(at + step + all.length) % all.length];
  next?.focus();
  next?.click();
}

/** What a button of a radio group says of itself; without a choice Tab reaches the first. */
export const radio = (chosen: boolean, reached = chosen) =>
  ({ type: 'button', role: 'radio', 'aria-checked': chosen, tabIndex: reached ? 0 : -1 }) as const;
