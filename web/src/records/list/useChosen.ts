import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry, Filter } from '@/lib/records';
import { nothing, range, share, sizeOf, toggle, toggleLoaded, type Selection } from './selection';

/** What is chosen of a list; another filter is another list. */
export function useChosen(entries: Entry[], filter: Filter | undefined) {
  const key = JSON.stringify(filter ?? null);
  const [kept, keep] = useState({ key, selection: nothing });
  const selection = kept.key === key ? kept.selection : nothing;
  const order = useMemo(() => entries.map((entry) => entry.id), [entries]);
  /** For rows that were drawn before. */
  const latest = useRef({ key, selection, order });
  useLayoutEffect(() => {
    latest.current = { key, selection, order };
  });
  const acts = useMemo(() => {
    const choose = (next: (selection: Selection, order: string[]) => Selection) =>
      keep({
        key: latest.current.key,
        selection: next(latest.current.selection, latest.current.order),
      });
    return {
      toggle: (id: string) => choose((all, rows) => toggle(all, id, rows)),
      range: (id: string) => choose((all, rows) => range(all, id, rows)),
      toggleLoaded: () => choose(toggleLoaded),
      /** All that match, of which there are so many. */
      all: (count: number) => choose((some) => ({ ...some, all: count })),
      clear: () => choose(() => nothing),
    };
  }, []);
  return {
    ...acts,
    selection,
    size: sizeOf(selection),
    share: useMemo(() => share(selection, order), [selection, order]),
    has: (id: string) => selection.all !== undefined || selection.ids.has(id),
  };
}

export type Chosen = ReturnType<typeof useChosen>;
