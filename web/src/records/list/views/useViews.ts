import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ObjectMeta } from '@/lib/meta';
import { preferenceQuery } from '@/lib/preferences';
import { sessionQuery } from '@/lib/session';
import { viewsQuery } from '@/lib/views';
import { addressed, applied, differing, isSaid, VIEW } from './address';
import { plain, type Arrangement, type Part } from './arrangement';
import { beginsKey, choicesOf, opening, type ViewChoice } from './choices';
import { remember, remembered, visit } from './memory';

export interface Views {
  /** Whether it is known which view is meant. */
  ready: boolean;
  choices: ViewChoice[];
  current: ViewChoice;
  /** The view that is not the person's own and with which the list opens all the same. */
  begins: string | null;
  /** Whether the address names a view that is not there for this person. */
  missing: boolean;
  /** What is shown: the view with its changes. */
  now: Arrangement;
  changed: Part[];
  change: (to: Partial<Arrangement>) => void;
  discard: () => void;
  open: (id: string) => void;
}

const all: ViewChoice = {
  id: 'all',
  origin: 'built_in',
  builtIn: 'all',
  saved: undefined,
  arrangement: plain,
};

const wishOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'view' in value && typeof value.view === 'string'
    ? value.view
    : null;

/** Which view of the object is shown and in what it is changed; the address says it, so that it can be sent to a colleague. */
export function useViews(meta: ObjectMeta): Views {
  const [asked, ask] = useSearchParams();
  const { data: session } = useQuery(sessionQuery);
  const me = session && 'id' in session.user ? session.user.id : undefined;
  const { data: saved, isPending } = useQuery(viewsQuery(meta.name));
  const { data: wish, isPending: wishing } = useQuery(preferenceQuery(beginsKey(meta.name)));
  const begins = wishOf(wish?.value);
  const choices = useMemo(() => choicesOf(meta, saved ?? [], me), [meta, saved, me]);

  const said = isSaid(asked);
  const params = useMemo(
    () => (said ? asked : opening(choices, remembered(meta.name, me), begins)),
    [said, asked, choices, meta, me, begins],
  );
  const id = params.get(VIEW) ?? all.id;
  const found = choices.find((choice) => choice.id === id);
  const ready = !(isPending || (wishing && !said)) || (said && found !== undefined);
  const current = found ?? all;
  const base = current.arrangement;
  const now = useMemo(() => applied(base, params), [base, params]);
  const missing = !isPending && found === undefined;

  const named = asked.get(VIEW);
  useEffect(() => {
    if (ready && named === null) {
      const address = addressed(params, id, base, now);
      asked.forEach((value, part) => address.set(part, value)); // such as what is looked at beside the list
      if (said) {
        visit(meta.name, me, address.get('filter'));
      }
      ask(address, { replace: true });
    } else if (ready && !missing) {
      remember(meta.name, me, id, asked);
    }
  }, [ready, named, said, missing, asked, ask, params, id, base, now, meta.name, me]);

  return {
    ready,
    choices,
    current,
    begins,
    missing,
    now,
    changed: differing(base, now),
    change: (to) =>
      ask((before) => addressed(before, id, base, { ...applied(base, before), ...to }), { replace: true }),
    discard: () => ask({ [VIEW]: current.id }, { replace: true }),
    open: (other) => ask({ [VIEW]: other }),
  };
}
