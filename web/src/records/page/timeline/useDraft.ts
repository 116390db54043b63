import { useState } from 'react';
import type { Named } from './mentions';

/** What somebody is writing about a record, and whom it names. */
export interface Draft {
  text: string;
  named: Named;
}

const EMPTY: Draft = { text: '', named: {} };
const key = (object: string, id: string) => `hemai.draft.${object}.${id}`;

function read(object: string, id: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(key(object, id)) ?? 'null') as Partial<Draft> | null;
    return typeof kept?.text === 'string' ? { text: kept.text, named: kept.named ?? {} } : EMPTY;
  } catch {
    return EMPTY; // somebody else wrote there
  }
}

/** Keeps what is typed until it is saved, whatever becomes of the page. */
export function useDraft(object: string, id: string): [Draft, (draft: Draft) => void] {
  const [draft, set] = useState(() => read(object, id));
  return [
    draft,
    (next) => {
      set(next);
      if (next.text === '') {
        localStorage.removeItem(key(object, id));
      } else {
        localStorage.setItem(key(object, id), JSON.stringify(next));
      }
    },
  ];
}
