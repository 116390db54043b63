import { useState } from 'react';
import type { Entry } from '@/lib/records';
import { useSettled } from '@/lib/useSettled';
import { offered } from '@/records/page/verbs';
import { textOf } from '@/records/values';
import { NEW, OTHER, useFound } from './found';

const idOf = (link: unknown): string | undefined =>
  typeof link === 'object' && link !== null && 'id' in link ? textOf(link.id) : undefined;

/** Which customer the lead becomes: an account and a contact that are there, any that are picked, or new ones, unless the conversion finds them. */
export function useCustomer(lead: Entry, inputs: ReadonlyMap<string, unknown>) {
  const [name, rename] = useState(textOf(lead.company));
  const [chosen, choose] = useState<string>();
  const [picked, pick] = useState<unknown>(null);
  const [person, choosePerson] = useState<string>();
  const settled = useSettled(name.trim(), 200);
  const given = chosen === OTHER ? idOf(picked) : chosen === NEW ? undefined : chosen;
  const asked = offered(inputs, { ...(given !== undefined && { account: given }), account_name: settled });
  const found = useFound(lead, asked);
  const known = found.data?.account.known;
  const same = found.data?.contact.known;
  const now = chosen ?? (known && known !== 'hidden' ? known.id : NEW);
  const personNow = person ?? (same && same !== 'hidden' ? same.id : NEW);
  /** What a new one would be made beside: there is one account of a name. */
  const into = now === NEW ? known : undefined;
  return {
    found,
    account: {
      matches: found.data?.account.matches ?? [],
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
      id: now === OTHER ? given : now !== NEW ? now : into === 'hidden' ? undefined : into?.id,
    },
    contact: {
      matches: found.data?.contact.matches ?? [],
      now: personNow,
      choose: choosePerson,
      into: personNow === NEW ? same : undefined,
      isNew: personNow === NEW && !same,
      id: personNow === NEW ? undefined : personNow,
    },
    dealName: found.data?.dealName ?? '',
    /** Until it is known what is there already, nothing is made twice; and another one may be wanted but not told. */
    waiting:
      found.isLoading ||
      found.isPlaceholderData ||
      settled !== name.trim() ||
      (now === OTHER && given === undefined),
  };
}
