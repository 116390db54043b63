import { useState } from 'react';
import { drafts } from '@/lib/drafts';
import type { Draft } from './compose';

export const EMPTY: Draft = { text: '', named: {} };

/** What is noted after a call is told apart from what else is begun about the record. */
type Of = 'note' | 'call';
const place = (of: Of, object: string, id: string) => `${of}.${object}.${id}`;

const isBegun = ({ text, outcome, next }: Draft): boolean => [text, outcome, next].some(Boolean);

function read(at: string): Draft {
  const kept = drafts.read(at) as Partial<Draft> | null;
  return typeof kept?.text === 'string' ? { ...kept, text: kept.text, named: kept.named ?? {} } : EMPTY;
}

/** Keeps what is typed until it is saved, whatever becomes of the page; each place where one writes about a record shows it. */
export function useDraft(object: string, id: string, of: Of = 'note'): [Draft, (draft: Draft) => void] {
  const at = place(of, object, id);
  const [draft, set] = useState(() => read(at));
  return [
    draft,
    (next) => {
      set(next);
      if (isBegun(next)) {
        drafts.keep(at, next);
      } else {
        drafts.drop(at);
      }
    },
  ];
}
