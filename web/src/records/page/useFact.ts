import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';

/** How one field of a record is changed, from where it stood when the person began. */
export function useFact(object: string, entry: Entry, field: Field) {
  const { t } = useTranslation('record');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<{ value: unknown; base: Entry }>();
  const [clash, tellClash] = useState<Clash>();
  const [busy, work] = useState(false);
  const change = useChange(object, draft?.base ?? entry);

  const stop = () => {
    setDraft(undefined);
    tellClash(undefined);
    change.reset();
  };
  const done = (from: Entry) => {
    const former = { [field.name]: written(from[field.name]) };
    stop();
    toast.done(t('saved', { field: say(field.label) }), {
      label: common('undo'),
      run: () => void putBack(queries, object, entry.id, former).catch(tell),
    });
  };
  const told = (error: unknown) => {
    if (!problemsOf(error).has(field.name)) {
      tell(error);
    }
  };
  const send = async (base: Entry, value: unknown) => {
    const sent = { values: { [field.name]: written(value) }, shown: { [field.name]: value } };
    try {
      await change.mutateAsync(sent);
    } catch (error) {
      if (!isStale(error)) {
        throw error;
      }
      const { clash: found } = await again(queries, object, base, sent);
      if (found) {
        tellClash(found);
        return;
      }
    }
    done(base);
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
    clash,
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
      } else if (!clash && !busy) {
        setDraft({ ...draft, value });
        await working(() => send(draft.base, value));
      }
    },
    /** Saves over what a colleague left, or leaves it. */
    settle: async ({ theirs }: Clash, chosen: Values) => {
      const next = chosen[field.name];
      if (same(next, theirs[field.name])) {
        stop();
        return;
      }
      await working(async () => {
        try {
          remember(queries, object, await patch(object, theirs, { [field.name]: written(next) }));
        } catch (error) {
          tellClash(undefined);
          setDraft({ value: next, base: theirs });
          throw error;
        }
        done(theirs);
      });
    },
  };
}
