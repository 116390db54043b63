import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unfit } from '@/fields/fitting';
import { written } from '@/fields/values';
import {
  again,
  isStale,
  patch,
  problemsOf,
  putBack,
  remember,
  same,
  useChange,
  type Clash,
  type Values,
} from '@/lib/changes';
import { inARow } from '@/lib/format';
import { knownFields, say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';

/** How one field of a record is changed, from where it stood when the person began. */
export function useFact(object: string, entry: Entry, field: Field) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<{ value: unknown; base: Entry }>();
  const [missing, miss] = useState<{ value: unknown; fields: Field[] }>();
  const [clash, tellClash] = useState<Clash>();
  const [busy, work] = useState(false);
  const change = useChange(object, draft?.base ?? entry);

  const stop = () => {
    setDraft(undefined);
    tellClash(undefined);
    miss(undefined);
    change.reset();
  };
  const fields = knownFields(queries, object);
  /** What else is sent with a value: what does not fit it any more goes. */
  const along = (from: Entry, value: unknown) => unfit(fields, { ...from, [field.name]: value }, field.name);
  const done = (from: Entry, gone: Values, chosen: Values = {}) => {
    const changed = [field, ...fields.filter(({ name }) => name in gone)];
    const former = Object.fromEntries(changed.map(({ name }) => [name, written(from[name])]));
    const emptied = changed.filter(({ name }) => name in gone && !(name in chosen));
    const told = { field: say(field.label), others: inARow(emptied.map(({ label }) => say(label))) };
    stop();
    toast.done(t(emptied.length > 0 ? 'saved_emptied' : 'saved', told), {
      label: common('undo'),
      run: () => void putBack(queries, object, entry.id, former).catch(tell),
    });
  };
  const told = (error: unknown) => {
    if (!problemsOf(error).has(field.name)) {
      tell(error);
    }
  };
  const send = async (base: Entry, value: unknown, chosen: Values = {}) => {
    const sent = { values: { [field.name]: written(value) }, shown: { [field.name]: value } };
    let from = base;
    let gone = { ...along(base, value), ...chosen };
    try {
      await change.mutateAsync({
        values: { ...sent.values, ...gone },
        shown: { ...sent.shown, ...gone },
      });
    } catch (error) {
      if (!isStale(error)) {
        throw error;
      }
      gone = {};
      const { clash: found } = await again(queries, object, base, sent, (theirs) => {
        from = theirs;
        gone = { ...along(theirs, value), ...chosen };
        return patch(object, theirs, { ...sent.values, ...gone });
      });
      if (found) {
        tellClash(found);
        return;
      }
    }
    done(from, gone, chosen);
  };
  const working = async (act: () => Promise<void>) => {
    work(true);
    try {
      await act();
    } catch (error) {
      told(error);
    } finally {
      work(false);
    }
  };

  return {
    draft,
    among: draft && { fields, values: draft.base },
    clash,
    /** What has to be chosen anew before the value can be saved. */
    missing: draft &&
      missing && {
        fields: missing.fields,
        among: { fields, values: { ...draft.base, [field.name]: missing.value } },
        go: (chosen: Values) => working(() => send(draft.base, missing.value, chosen)),
        back: () => miss(undefined),
      },
    busy,
    wrong: problemsOf(change.error).get(field.name),
    begin: () => setDraft({ value: entry[field.name], base: entry }),
    type: (value: unknown) => draft && setDraft({ ...draft, value }),
    stop,
    back: () => tellClash(undefined),
    /** Saves what was typed, or the value that was chosen. */
    save: async (value = draft?.value) => {
      if (!draft || same(value, draft.base[field.name])) {
        stop();
      } else if (!clash && !missing && !busy) {
        setDraft({ ...draft, value });
        const gone = along(draft.base, value);
        const needed = fields.filter(({ name, required }) => required && gone[name] === null);
        if (needed.length > 0) {
          miss({ value, fields: needed });
        } else {
          await working(() => send(draft.base, value));
        }
      }
    },
    /** Saves over what a colleague left, or leaves it. */
    settle: async ({ theirs }: Clash, chosen: Values) => {
      const next = chosen[field.name];
      if (same(next, theirs[field.name])) {
        stop();
        return;
      }
      const gone = along(theirs, next);
      await working(async () => {
        try {
          const values = { [field.name]: written(next), ...gone };
          remember(queries, object, await patch(object, theirs, values));
        } catch (error) {
          tellClash(undefined);
          setDraft({ value: next, base: theirs });
          throw error;
        }
        done(theirs, gone);
      });
    },
  };
}
