import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { written } from '@/fields/values';
import { Problem } from '@/lib/api';
import { again, isStale, patch, remember, same, type Clash, type Values } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useTakeBack } from '../useTakeBack';

const asSent = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));

/** What of the values differs from the record. */
const changedIn = (values: Values, from: Entry): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(value, from[name])));

/** How several fields of a record are changed at once, from where it stood when the person began. */
export function useEditing(meta: ObjectMeta, entry: Entry, onDone: () => void) {
  const { t } = useTranslation('form');
  const queries = useQueryClient();
  const takeBack = useTakeBack();
  const [base, setBase] = useState(entry);
  const [typed, setTyped] = useState<Values>({});
  const [clash, tellClash] = useState<Clash>();
  const [error, setError] = useState<unknown>();
  const [busy, work] = useState(false);
  const changed = changedIn(typed, base);
  const object = meta.name;

  const done = (from: Entry, after: Entry, values: Values) => {
    const former = asSent(Object.fromEntries(Object.keys(values).map((name) => [name, from[name]])));
    toast.done(t('changed'), { undo: () => void takeBack(object, after, former).catch(tell) });
    onDone();
  };
  const keep = (from: Entry, after: Entry, values: Values) => {
    remember(queries, object, after);
    void queries.invalidateQueries({ queryKey: recordsKey(object) });
    done(from, after, values);
  };
  const send = async (allowDuplicates: boolean) => {
    const values = asSent(changed);
    try {
      keep(base, await patch(object, base, values, { allowDuplicates }), changed);
    } catch (refused) {
      if (!isStale(refused)) {
        throw refused;
      }
      const { clash: found, after } = await again(
        queries,
        object,
        base,
        { values, shown: changed },
        async (theirs) => await patch(object, theirs, values, { allowDuplicates }),
      );
      tellClash(found);
      if (after) {
        done(base, after, changed);
      }
    }
  };
  const working = async (act: () => Promise<void>) => {
    work(true);
    setError(undefined);
    try {
      await act();
    } catch (refused) {
      setError(refused);
    } finally {
      work(false);
    }
  };

  return {
    /** The record as it would be. */
    values: { ...base, ...typed } as Values,
    changed,
    clash,
    error,
    alike: error instanceof Problem ? error.candidates : [],
    busy,
    type: (name: string, value: unknown) => setTyped((before) => ({ ...before, [name]: value })),
    /** Saves what was changed, and nothing else. */
    save: async (allowDuplicates = false) => {
      if (Object.keys(changed).length === 0) {
        onDone();
      } else if (!busy && !clash) {
        await working(() => send(allowDuplicates));
      }
    },
    back: () => tellClash(undefined),
    /** Saves over what a colleague left, or leaves it. */
    settle: async ({ theirs }: Clash, chosen: Values) => {
      const wanted = { ...changed, ...chosen };
      const left = changedIn(wanted, theirs);
      tellClash(undefined);
      setBase(theirs);
      setTyped(wanted);
      if (Object.keys(left).length === 0) {
        onDone();
        return;
      }
      await working(async () => keep(theirs, await patch(object, theirs, asSent(left)), left));
    },
  };
}
