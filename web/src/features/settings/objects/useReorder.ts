import { useState, type HTMLAttributes, type KeyboardEvent } from 'react';
import { moved } from '@/records/list/views/moved';

/** Rows that are put in order by dragging their grip, or by ↑↓ on it. */
export function useReorder<T>(all: readonly T[], keyOf: (each: T) => string, onChange: (all: T[]) => void) {
  const [dragged, drag] = useState<string>();
  const move = (from: number, to: number) => onChange(moved(all, from, to));
  const row = (i: number): HTMLAttributes<HTMLElement> & { 'data-dragged': boolean } => {
    const mine = all[i] !== undefined && dragged === keyOf(all[i]);
    return {
      'data-dragged': mine,
      draggable: mine,
      onDragEnter: () => {
        const from = all.findIndex((each) => keyOf(each) === dragged);
        if (from >= 0 && from !== i) {
          move(from, i);
        }
      },
      onDragOver: (event) => event.preventDefault(),
      onDragEnd: () => drag(undefined),
    };
  };
  const grip = (i: number) => ({
    onPointerDown: () => drag(all[i] === undefined ? undefined : keyOf(all[i])),
    onPointerUp: () => drag(undefined),
    onKeyDown: (event: KeyboardEvent) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by !== undefined) {
        event.preventDefault();
        move(i, i + by);
      }
    },
  });
  return { row, grip };
}
