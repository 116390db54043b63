import { useQueryClient } from '@tanstack/react-query';
import { use, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unfit } from '@/fields/fitting';
import { hasLines, isUnread, written } from '@/fields/values';
import { Problem } from '@/lib/api';
import {
  again,
  isStale,
  patch,
  problemsOf,
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
import { CarryOnContext, isGated } from '../gates';
import { useTakeBack } from '../useTakeBack';

/** What is sent, one after the other, and why it was refused the last time, by whichever way it was sent. */
function useSending(told: (error: unknown) => void) {
  const [refused, refuse] = useState<unknown>();
  const [busy, work] = useState(false);
  const sending = useRef(false);
  const working = async (act: () => Promise<void>) => {
    sending.current = true;
    work(true);
    refuse(undefined);
    try {
      await act();
    } catch (error) {
      refuse(error);
      told(error);
    } finally {
      sending.current = false;
      work(false);
    }
  };
  return { refused, busy, isSending: () => sending.current, working };
}

/** Hands a move over that a process holds up; answers whether it did. */
function useHandingOver(object: string, field: Field) {
  const carryOn = use(CarryOnContext);
  return (refused: unknown, entry: Entry, to: unknown): boolean => {
    if (!carryOn || field.type !== 'choice' || typeof to !== 'string' || !isGated(refused)) {
      return false;
    }
    carryOn({ object, entry, field, to });
    return true;
  };
}

/** How one field of a record is changed, from where it stood when the person began until it is saved or given back. */
export function useFact(object: string, entry: Entry, field: Field, onEnd: () => void) {
  const { t } = useTranslation('record');
  const queries = useQueryClient();
  const takeBack = useTakeBack();
  const handOver = useHandingOver(object, field);
  const [draft, setDraft] = useState({ value: entry[field.name], base: entry });
  const [missing, miss] = useState<{ value: unknown; fields: Field[] }>();
  const [clash, tellClash] = useState<Clash>();
  const change = useChange(object, draft.base);
  /** The draft and the state of the work for those who ask before the next drawing: one key may both choose and save. */
  const typed = useRef(draft.value);
  const tried = useRef<unknown>(undefined);
  const ended = useRef(false);

  const end = () => {
    ended.current = true;
    onEnd();
  };
  const put = (value: unknown, base = draft.base) => {
    typed.current = value;
    setDraft({ value, base });
  };
  const fields = knownFields(queries, object);
  /** What else is sent with a value: what does not fit it any more goes. */
  const along = (from: Entry, value: unknown) => unfit(fields, { ...from, [field.name]: value }, field.name);
  const done = (from: Entry, after: Entry, gone: Values, chosen: Values = {}) => {
    const changed = [field, ...fields.filter(({ name }) => name in gone)];
    const former = Object.fromEntries(changed.map(({ name }) => [name, written(from[name])]));
    const emptied = changed.filter(({ name }) => name in gone && !(name in chosen));
    const told = { field: say(field.label), others: inARow(emptied.map(({ label }) => say(label))) };
    end();
    toast.done(t(emptied.length > 0 ? 'saved_emptied' : 'saved', told), {
      undo: () => void takeBack(object, after, former).catch(tell),
    });
  };
  const told = (error: unknown) => {
    const handed = handOver(error, draft.base, typed.current);
    if (!handed && (ended.current || !problemsOf(error).has(field.name))) {
      tell(error);
    }
    if (handed || (error instanceof Problem && error.status === 403)) {
      end(); // nothing that one could type would help
    }
  };
  const send = async (base: Entry, value: unknown, chosen: Values = {}) => {
    const sent = {
      values: { [field.name]: written(value) },
      shown: isUnread(field.type, value) ? {} : { [field.name]: value },
    };
    let from = base;
    let made: Entry;
    let gone = { ...along(base, value), ...chosen };
    try {
      made = await change.mutateAsync({
        values: { ...sent.values, ...gone },
        shown: { ...sent.shown, ...gone },
      });
    } catch (error) {
      if (!isStale(error)) {
        throw error;
      }
      gone = {};
      const { after, clash: found } = await again(queries, object, base, sent, (theirs) => {
        from = theirs;
        gone = { ...along(theirs, value), ...chosen };
        return patch(object, theirs, { ...sent.values, ...gone });
      });
      if (found) {
        tellClash(found);
        return;
      }
      made = after;
    }
    done(from, made, gone, chosen);
  };
  const { refused, busy, isSending, working } = useSending(told);
  const wrong = problemsOf(refused).get(field.name);
  /** Whether nothing is to be done but what is asked or on its way. */
  const isHeld = () => clash !== undefined || missing !== undefined || isSending() || ended.current;
  /** Saves what was typed, or the value that was chosen. */
  const save = async (value = typed.current) => {
    if (isHeld()) {
      return;
    }
    if (same(value, draft.base[field.name])) {
      end();
      return;
    }
    put(value);
    tried.current = value;
    const gone = along(draft.base, value);
    const needed = fields.filter(({ name, required }) => required && gone[name] === null);
    if (needed.length > 0) {
      miss({ value, fields: needed });
    } else {
      await working(() => send(draft.base, value));
    }
  };

  return {
    value: draft.value,
    among: { fields, values: draft.base },
    clash,
    /** What has to be chosen anew before the value can be saved. */
    missing: missing && {
      fields: missing.fields,
      among: { fields, values: { ...draft.base, [field.name]: missing.value } },
      go: (chosen: Values) => working(() => send(draft.base, missing.value, chosen)),
      back: () => miss(undefined),
    },
    busy,
    wrong,
    type: (value: unknown) => put(value),
    stop: end,
    back: () => tellClash(undefined),
    save,
    /** The person goes elsewhere: what was typed is saved, but for what was refused already, unless it was long work. */
    leave: () => {
      if (isHeld()) {
        return;
      }
      if (wrong !== undefined && !hasLines(field.type) && same(typed.current, tried.current)) {
        end();
      } else {
        void save();
      }
    },
    /** Saves over what a colleague left, or leaves it. */
    settle: async ({ theirs }: Clash, chosen: Values) => {
      const next = chosen[field.name];
      if (same(next, theirs[field.name])) {
        end();
        return;
      }
      const gone = along(theirs, next);
      await working(async () => {
        try {
          const values = { [field.name]: written(next), ...gone };
          const after = await patch(object, theirs, values);
          remember(queries, object, after);
          done(theirs, after, gone);
        } catch (error) {
          tellClash(undefined);
          put(next, theirs);
          throw error;
        }
      });
    },
  };
}
