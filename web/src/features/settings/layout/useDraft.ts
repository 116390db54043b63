import { useState } from 'react';
import { drafts } from '@/lib/drafts';
import { samePlan, type Plan } from './plan';

interface History {
  past: Plan[];
  now: Plan;
  future: Plan[];
  /** What the last step changed; steps of the same kind, such as typing a name, are one. */
  kind: string | undefined;
}

const MOST = 100;

/** A draft with its history; it stays in the browser until it is published or given up. */
export function useDraft(place: string, published: Plan) {
  const [history, setHistory] = useState<History>(() => ({
    past: [],
    now: (drafts.read(place) as Plan | null) ?? published,
    future: [],
    kind: undefined,
  }));
  const { past, future } = history;
  // what is published has the names of its sections, by which changes are told
  const draft = samePlan(history.now, published) ? published : history.now;
  const take = (next: History) => {
    if (samePlan(next.now, published)) {
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
    change: (next: Plan, kind?: string) => {
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
    settle: (to: Plan) => {
      drafts.drop(place);
      setHistory({ past: [], now: to, future: [], kind: undefined });
    },
  };
}
