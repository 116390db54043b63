import { useState } from 'react';
import type { Entry, Filter } from '@/lib/records';
import { nothing, range, share, sizeOf, toggle, toggleLoaded, type Selection } from './selection';

/** What is chosen of a list; another filter is another list. */
export function useChosen(entries: Entry[], filter: Filter | undefined) {
  const key = JSON.stringify(filter ?? null);
  const [kept, keep] = useState({ key, selection: nothing });
  const selection = kept.key === key ? kept.selection : nothing;
  const order = entries.map((entry) => entry.id);
  const choose = (next: Selection) => keep({ key, selection: next });
  return {
    selection,
    size: sizeOf(selection),
    share: share(selection, order),
    has: (id: string) => selection.all !== undefined || selection.ids.has(id),
    toggle: (id: string) => choose(toggle(selection, id, order)),
    range: (id: string) => choose(range(selection, id, order)),
    toggleLoaded: () => choose(toggleLoaded(selection, order)),
    /** All that match, of which there are so many. */
    all: (count: number) => choose({ ...selection, all: count }),
    clear: () => choose(nothing),
  };
}

export type Chosen = ReturnType<typeof useChosen>;
