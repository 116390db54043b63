import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Entry, Filter } from '@/lib/records';
import { nothing, range, share, sizeOf, toggle, toggleLoaded, type Selection } from './selection';

/** What is chosen of a list; another filter is another list. */
export function useChosen(entries: Entry[], filter: Filter | undefined) {
  const key = JSON.stringify(filter ?? null);
  const [kept, keep] = useState({ key, selection: nothing, begun: false });
  const { selection, begun } = kept.key === key ? kept : { selection: nothing, begun: false };
  const order = useMemo(() => entries.map((entry) => entry.id), [entries]);
  /** For rows that were drawn before. */
  const latest = useRef({ key, selection, begun, order });
  useLayoutEffect(() => {
    latest.current = { key, selection, begun, order };
  });
  const acts = useMemo(() => {
    const choose = (
      next: (selection: Selection, order: string[]) => Selection,
      begun = latest.current.begun,
    ) => {
      const { key, selection, order } = latest.current;
      keep({ key, selection: next(selection, order), begun });
    };
    return {
      toggle: (id: string) => choose((all, rows) => toggle(all, id, rows)),
      range: (id: string) => choose((all, rows) => range(all, id, rows)),
      toggleLoaded: () => choose(toggleLoaded),
      /** All that match, of which there are so many. */
      all: (count: number) => choose((some) => ({ ...some, all: count })),
      /** Says that somebody is about to choose, without anything chosen so far. */
      begin: () => choose((some) => some, true),
      clear: () => choose(() => nothing, false),
    };
  }, []);
  return {
    ...acts,
    selection,
    size: sizeOf(selection),
    choosing: begun || sizeOf(selection) > 0,
    share: useMemo(() => share(selection, order), [selection, order]),
    has: (id: string) => selection.all !== undefined || selection.ids.has(id),
  };
}

export type Chosen = ReturnType<typeof useChosen>;
