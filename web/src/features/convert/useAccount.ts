import { useState } from 'react';
import type { Entry } from '@/lib/records';
import { useSettled } from '@/lib/useSettled';
import { NEW, OTHER, useAccounts } from './matches';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const idOf = (link: unknown): string | undefined =>
  typeof link === 'object' && link !== null && 'id' in link ? text(link.id) : undefined;

/** Which account a lead goes to: one that is there, any that is picked, or a new one, unless that name is there already. */
export function useAccount(lead: Entry) {
  const [name, rename] = useState(text(lead.company));
  const [chosen, choose] = useState<string>();
  const [picked, pick] = useState<unknown>(null);
  const settled = useSettled(name.trim(), 200);
  const found = useAccounts(lead, settled);
  const matches = found.data ?? [];
  const same = matches.find((match) => match.same);
  const now = chosen ?? same?.id ?? NEW;
  /** What a new one would be made beside: there is one account of a name. */
  const into = now === NEW ? same : undefined;
  return {
    found,
    matches,
    now,
    choose,
    name,
    /** Who types a name means a new one, also when one is found meanwhile. */
    rename: (to: string) => {
      rename(to);
      choose(NEW);
    },
    picked,
    pick,
    into,
    isNew: now === NEW && !into,
    id: now === OTHER ? idOf(picked) : now === NEW ? into?.id : now,
    looking: found.isLoading || found.isPlaceholderData || settled !== name.trim(),
    /** Whether another one is wanted but not told. */
    unnamed: now === OTHER && idOf(picked) === undefined,
  };
}
