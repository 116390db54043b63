import { useState } from 'react';
import { drafts } from '@/lib/drafts';
import type { Kind } from './compose';
import type { Named } from './mentions';

/** What somebody is writing about a record, and whom it names. */
export interface Draft {
  text: string;
  named: Named;
  /** What it is, where that was chosen. */
  kind?: Kind | undefined;
  /** When it is to be done. */
  due?: string | undefined;
}

export const EMPTY: Draft = { text: '', named: {} };
const place = (object: string, id: string) => `note.${object}.${id}`;

function read(object: string, id: string): Draft {
  const kept = drafts.read(place(object, id)) as Partial<Draft> | null;
  return typeof kept?.text === 'string' ? { ...kept, text: kept.text, named: kept.named ?? {} } : EMPTY;
}

/** Keeps what is typed until it is saved, whatever becomes of the page; each place where one writes about a record shows it. */
export function useDraft(object: string, id: string): [Draft, (draft: Draft) => void] {
  const [draft, set] = useState(() => read(object, id));
  return [
    draft,
    (next) => {
      set(next);
      if (next.text === '') {
        drafts.drop(place(object, id));
      } else {
        drafts.keep(place(object, id), next);
      }
    },
  ];
}
