import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery } from '@/lib/session';
import type { Section } from './sections';

type Kept = Partial<Record<string, boolean>>;

function read(key: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Kept;
  } catch {
    return {}; // somebody else wrote there
  }
}

/** Which sections of an object's pages a person keeps closed; in the browser, since several may use one. */
export function useFolds(object: string) {
  const { data: session } = useQuery(sessionQuery);
  const key = `hemai.folds.${session && 'id' in session.user ? session.user.id : ''}.${object}`;
  const [kept, keep] = useState(() => read(key));
  return {
    isOpen: (section: Section): boolean => kept[section.key] ?? !section.folded,
    turn: (section: Section, open: boolean) => {
      const next = { ...kept, [section.key]: open };
      localStorage.setItem(key, JSON.stringify(next));
      keep(next);
    },
  };
}
