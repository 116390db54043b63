import { useState } from 'react';
import { drafts } from '@/lib/drafts';
import { sameDraft, type Draft } from './draft';

interface History {
  past: Draft[];
  now: Draft;
  future: Draft[];
  /** What the last step changed; steps of the same kind, such as typing a name, are one. */
  kind: string | undefined;
}

const MOST = 100;

/** A draft with its history; it stays in the browser until it is published or given up. */
export function useDraft(place: string, published: Draft) {
  const [history, setHistory] = useState<History>(() => ({
    past: [],
    now: (drafts.read(place) as Draft | null) ?? published,
    future: [],
    kind: undefined,
  }));
  const { past, future } = history;
  // what is published has the names of its sections, by which changes are told
  const draft = sameDraft(history.now, published) ? published : history.now;
  const take = (next: History) => {
    if (sameDraft(next.now, published)) {
      drafts.drop(place);
    } else {
      drafts.keep(place, next.now);
    }
    setHistory(next);
  };
  const back = past.at(-1);
  const [forth] = future;
  return {
    draft,
    changed: draft !== published,
    change: (next: Draft, kind?: string) => {
      if (next !== draft) {
        const goesOn = kind !== undefined && kind === history.kind;
        take({ past: goesOn ? past : [...past.slice(-MOST), draft], now: next, future: [], kind });
      }
    },
    undo:
      back !== undefined &&
      (() => take({ past: past.slice(0, -1), now: back, future: [draft, ...future], kind: undefined })),
    redo:
      forth !== undefined &&
      (() => take({ past: [...past, draft], now: forth, future: future.slice(1), kind: undefined })),
    /** Begins anew from what stands. */
    settle: (to: Draft) => {
      drafts.drop(place);
      setHistory({ past: [], now: to, future: [], kind: undefined });
    },
  };
}
