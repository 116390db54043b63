import { useState } from 'react';
import { drafts } from '@/lib/drafts';
import type { Drawn } from '../api';
import { begun, redone, stepped, undone, type History } from '../model/history';
import { read, sameDefinition, written } from '../model/tree';

const same = (one: Drawn, other: Drawn): boolean =>
  one.name === other.name && sameDefinition(one.definition, other.definition);

/** What was drawn here and not saved when the page was left. */
function kept(place: string): Drawn | undefined {
  const found = drafts.read(place);
  return typeof found === 'object' && found !== null && 'definition' in found
    ? { name: 'name' in found ? String(found.name) : '', definition: read(found.definition) }
    : undefined;
}

/** A flow while it is drawn, with its history; it stays in the browser until it is saved or given up. */
export function useDrawing(place: string, base: Drawn) {
  const [{ history, restored }, set] = useState(() => {
    const before = kept(place);
    const left = before && !same(before, base) ? before : undefined;
    return { history: begun(left ?? base), restored: left !== undefined };
  });
  const drawn = history.now;
  const take = (next: History<Drawn> | undefined) => {
    if (next) {
      if (same(next.now, base)) {
        drafts.drop(place);
      } else {
        drafts.keep(place, { name: next.now.name, definition: written(next.now.definition) });
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
    change: (next: Drawn, about?: string) => take(stepped(history, next, about)),
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

export type Drawing = ReturnType<typeof useDrawing>;
