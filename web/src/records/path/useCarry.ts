import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { again, isStale, patch, type Outcome, type Values } from '@/lib/changes';
import { inARow } from '@/lib/format';
import { say } from '@/lib/meta';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { tell, whyNot } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { written } from '@/fields/values';
import { askedBy, refreshed } from '../approval/api';
import type { Stages, VerbDialogProps } from '../brought';
import { submit, type Submission } from '../process/api';
import { backFrom, carryOut, endingOf, needOf, NONE, wayOf, type Along, type Need, type Where } from './move';

/** The question that a move waits for; answered with null when the person lets it be. */
export interface Question {
  need: Need;
  to: string;
  /** What the record holds, as it is to be. */
  values: Values;
  answer: (along: Along | null) => void;
}

/** A record that goes where it was moved by a dialog of its own. */
export interface OtherWay {
  Dialog: ComponentType<VerbDialogProps>;
  entry: Entry;
}

/** Somebody let the move be. */
class LetBe extends Error {}

/** Each of several reasons, which are told as one where only their number is said. */
const reasonsOf = (refused: unknown): string =>
  refused instanceof Problem && refused.errors.length > 1
    ? inARow([...new Set(refused.errors.map(({ message }) => message))])
    : whyNot(refused);

const NOTHING: Along = { values: {}, reopen: false };

/** Brings records on in what they have come to; what a move lacks is asked for. */
export function useCarry({ meta, by }: Where, stages: Stages) {
  const { t } = useTranslation('board');
  const { t: process } = useTranslation('process');
  const queries = useQueryClient();
  const [question, ask] = useState<Question>();
  const [other, take] = useState<OtherWay>();
  const letBe = useRef<() => void>(undefined);
  // who leaves the page lets it be
  useEffect(() => () => letBe.current?.(), []);

  const acts = useMemo(() => {
    const where = { meta, by };
    const value = (to: string) => (to === NONE ? null : to);
    const label = (code: string) =>
      say(by.choices?.find((choice) => choice.code === code)?.label) || code || t('none');

    const answered = async (need: Need, to: string, values: Values): Promise<Along> => {
      const along = await new Promise<Along | null>((answer) => {
        letBe.current = () => answer(null);
        ask({ need, to, values, answer });
      });
      letBe.current = undefined;
      ask(undefined);
      if (along === null) {
        throw new LetBe();
      }
      return along;
    };

    /** Also when a colleague changed something else of the record meanwhile. */
    async function attempt(entry: Entry, to: string, along: Along): Promise<Outcome> {
      try {
        return { after: await carryOut(where, entry, to, along) };
      } catch (refused) {
        if (!isStale(refused)) {
          throw refused;
        }
        const send = (theirs: Entry) => carryOut(where, theirs, to, along);
        return again(queries, meta.name, entry, { values: { [by.name]: value(to) } }, send);
      }
    }

    /** Asks once for what the record is to say of its end, and as often as the server wants to know more. */
    async function carry(entry: Entry, to: string, along?: Along): Promise<Outcome> {
      const ending = along ? undefined : endingOf(where, entry, to, stages, t('may_be_empty'));
      return ending
        ? sent(entry, to, await answered(ending, to, { ...entry, [by.name]: value(to) }))
        : sent(entry, to, along ?? NOTHING);
    }

    async function sent(entry: Entry, to: string, along: Along): Promise<Outcome> {
      try {
        return await attempt(entry, to, along);
      } catch (refused) {
        const need = needOf(refused, where, to, stages);
        if (!need) {
          throw refused;
        }
        const more = await answered(need, to, { ...entry, ...along.values, [by.name]: value(to) });
        if (more.submission) {
          await submitted(entry, to, along.values, more.submission);
          throw new LetBe();
        }
        return sent(entry, to, {
          ...along,
          values: { ...along.values, ...more.values },
          reopen: along.reopen || more.reopen,
        });
      }
    }

    /** What was given for the move is kept now; the move itself waits for the approval. */
    async function submitted(entry: Entry, to: string, given: Values, submission: Submission) {
      const values = Object.fromEntries(Object.entries(given).map(([name, each]) => [name, written(each)]));
      if (Object.keys(values).length > 0) {
        await patch(meta.name, entry, values);
      }
      const known = await askedBy(meta.name, entry.id, () => submit(entry.id, to, submission));
      toast.done(process(known ? 'submitted' : 'submitted_later', { state: label(to) }));
      await refreshed();
    }

    const back = (entry: Entry, from: string, to: string): Along => backFrom(where, entry, from, to, stages);

    /** Why the record stands where it stood, and what can be done about it. */
    function explain(id: string, at: string, refused: unknown): void {
      if (refused instanceof LetBe) {
        return;
      }
      const Dialog = wayOf(refused, where);
      if (Dialog) {
        void queries.query(recordQuery(meta.name, id)).then((entry) => take({ Dialog, entry }), tell);
        return;
      }
      if (refused instanceof Problem) {
        // what is shown may be old
        void queries.invalidateQueries({ queryKey: recordsKey(meta.name) });
      }
      toast.problem(t('stays', { column: label(at), why: reasonsOf(refused) }));
    }
    return { label, carry, back, explain };
  }, [queries, meta, by, stages, t, process]);

  return { question, other, leaveOther: () => take(undefined), ...acts };
}
