import { useState } from 'react';
import { drafts } from '@/lib/drafts';
import { begun, redone, stepped, undone, type History } from '../model/history';

/** How what is drawn is told apart, and how the browser keeps it. */
export interface Kept<T> {
  same: (one: T, other: T) => boolean;
  written: (drawn: T) => object;
  /** Nothing where something else was kept. */
  read: (found: object) => T | undefined;
}

/** What was drawn here and not saved when the page was left. */
function left<T>(place: string, kept: Kept<T>): T | undefined {
  const found = drafts.read(place);
  return typeof found === 'object' && found !== null ? kept.read(found) : undefined;
}

/** Something while it is drawn, with its history; it stays in the browser until it is saved or given up. */
export function useDrawing<T>(place: string, base: T, kept: Kept<T>) {
  const { same, written } = kept;
  const [{ history, restored }, set] = useState(() => {
    const before = left(place, kept);
    const unsaved = before !== undefined && !same(before, base) ? before : undefined;
    return { history: begun(unsaved ?? base), restored: unsaved !== undefined };
  });
  const drawn = history.now;
  const take = (next: History<T> | undefined) => {
    if (next) {
      if (same(next.now, base)) {
        drafts.drop(place);
      } else {
        drafts.keep(place, written(next.now));
      }
      set({ history: next, restored: false });
    }
  };
  const [back, forth] = [undone(history), redone(history)];
  return {
    drawn,
    changed: !same(drawn, base),
    /** Whether it is what was left unsaved another time. */
    restored,
    change: (next: T, about?: string) => take(stepped(history, next, about)),
    undo: back !== undefined && (() => take(back)),
    redo: forth !== undefined && (() => take(forth)),
    /** Nothing has to be kept in the browser any more. */
    settle: () => {
      drafts.drop(place);
      set({ history, restored: false });
    },
    /** Begins anew from what is saved. */
    discard: () => {
      drafts.drop(place);
      set({ history: begun(base), restored: false });
    },
  };
}

export type Drawing<T> = ReturnType<typeof useDrawing<T>>;
