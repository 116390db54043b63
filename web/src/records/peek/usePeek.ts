import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useNarrow } from '@/ui/useNarrow';

/** Under which name the address tells what is looked at beside the page. */
const PEEK = 'peek';

export interface Peeked {
  object: string;
  id: string;
}

/** The record that is looked at beside the page; it stands in the address, so that going back closes it. */
export function usePeek() {
  const [asked, ask] = useSearchParams();
  const narrow = useNarrow();
  const [object, id] = asked.get(PEEK)?.split('/') ?? [];
  const peeked: Peeked | undefined = object && id ? { object, id } : undefined;
  const change = useCallback(
    (value: string | undefined, replace = value === undefined) =>
      ask(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === undefined) {
            after.delete(PEEK);
          } else {
            after.set(PEEK, value);
          }
          return after;
        },
        { replace },
      ),
    [ask],
  );
  return {
    peeked,
    /** Whether there is room beside the page. */
    able: !narrow,
    open: (of: string, record: string) => change(`${of}/${record}`),
    /** Shows another one instead; going back closes it all the same. */
    turn: (of: string, record: string) => change(`${of}/${record}`, true),
    close: () => change(undefined),
  };
}
