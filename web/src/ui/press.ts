import type { MouseEvent } from 'react';

/** Whether a press is for the element itself: not for what acts in it or lies over the page, and not the end of marking text. */
export function isForItself(event: MouseEvent): boolean {
  const { target, currentTarget } = event;
  return (
    target instanceof Element &&
    currentTarget.contains(target) &&
    target.closest('a, button, input, label') === null &&
    !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) &&
    getSelection()?.isCollapsed !== false
  );
}
