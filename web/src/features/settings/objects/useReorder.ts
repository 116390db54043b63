import { useState, type HTMLAttributes, type KeyboardEvent, type PointerEvent } from 'react';
import { moved } from '@/records/list/views/moved';

interface Marked {
  'data-dragged': boolean;
  'data-place': number;
}

/** Over which row a finger is; browsers drag by the mouse alone. */
function placeAt({ clientX, clientY }: PointerEvent): number | undefined {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-place]');
  return row ? Number(row.dataset.place) : undefined;
}

/** Rows that are put in order by dragging their grip, or by ↑↓ on it. */
export function useReorder<T>(all: readonly T[], keyOf: (each: T) => string, onChange: (all: T[]) => void) {
  const [dragged, drag] = useState<string>();
  const move = (from: number, to: number) => onChange(moved(all, from, to));
  const over = (to: number | undefined) => {
    const from = all.findIndex((each) => keyOf(each) === dragged);
    if (from >= 0 && to !== undefined && from !== to) {
      move(from, to);
    }
  };
  const row = (i: number): HTMLAttributes<HTMLElement> & Marked => {
    const mine = all[i] !== undefined && dragged === keyOf(all[i]);
    return {
      'data-dragged': mine,
      'data-place': i,
      draggable: mine,
      onDragEnter: () => over(i),
      onDragOver: (event) => event.preventDefault(),
      onDragEnd: () => drag(undefined),
      // a finger; what it holds is moved in the page meanwhile, so that any row may hear of it
      onPointerMove: (event) => event.pointerType !== 'mouse' && over(placeAt(event)),
      onPointerUp: () => drag(undefined),
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
