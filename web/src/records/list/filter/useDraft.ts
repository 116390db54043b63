import { useEffect, useRef, useState } from 'react';
import type { View } from '../views/useView';
import { chipsOf, filterOf, type Chip } from './chips';
import { completed } from './slots';

const STILL = 250;

/** The chips while they are edited; they filter once they stand still. */
export function useDraft(view: Pick<View, 'filter' | 'filterBy'>) {
  const [draft, setDraft] = useState<Chip[]>();
  /** The newest of them, also when a change and its end come in one event. */
  const newest = useRef<Chip[]>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const put = (chips: Chip[] | undefined) => {
    newest.current = chips;
    setDraft(chips);
  };
  const filter = (chips: Chip[]) => {
    clearTimeout(timer.current);
    view.filterBy(filterOf(completed(chips)));
  };
  return {
    chips: draft ?? chipsOf(view.filter),
    /** Changes them on the way to something. */
    change(chips: Chip[]) {
      put(chips);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => filter(chips), STILL);
    },
    /** Changes them for good. */
    set: (chips: Chip[]) => {
      put(undefined);
      filter(chips);
    },
    /** Nothing is edited any more. */
    settle() {
      const chips = newest.current;
      if (chips) {
        put(undefined);
        filter(chips);
      }
    },
  };
}
