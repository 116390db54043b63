import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/lib/api';
import { again, isStale, type Outcome, type Values } from '@/lib/changes';
import { say } from '@/lib/meta';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { tell, whyNot } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useMeanwhile } from '../meanwhile';
import type { VerbDialogProps } from '../page/ownDialogs';
import { boardCache, type Move } from './cache';
import { textOf } from './cardFields';
import type { Stages } from './deals';
import { carryOut, needOf, wayOf, type Along, type Need } from './move';
import { NONE, type Held, type Plan } from './plan';
import type { Summed } from './totals';

/** The question that a move waits for; answered with null when the person lets it be. */
export interface Question {
  need: Need;
  to: string;
  /** What the card holds, as it is to be. */
  values: Values;
  answer: (along: Along | null) => void;
}

/** A record that goes where it was dropped by a dialog of its own. */
export interface OtherWay {
  Dialog: ComponentType<VerbDialogProps>;
  entry: Entry;
}

/** Somebody let the move be. */
class LetBe extends Error {}

const NOTHING: Along = { values: {}, reopen: false };

/** Moves cards: at once on the screen, then on the server, and back if it does not come to pass. */
export function useMove(plan: Plan, summed: Summed, stages: Stages) {
  const { t } = useTranslation('board');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const [question, ask] = useState<Question>();
  const [other, take] = useState<OtherWay>();
  const meanwhile = useMeanwhile(plan.meta);

  const acts = useMemo(() => {
    const label = (code: string) =>
      say(plan.by.choices?.find((choice) => choice.code === code)?.label) || code || t('none');

    const answered = async (need: Need, to: string, values: Values): Promise<Along> => {
      const along = await new Promise<Along | null>((answer) => ask({ need, to, values, answer }));
      ask(undefined);
      if (along === null) {
        throw new LetBe();
      }
      return along;
    };

    /** Also when a colleague changed something else of the record meanwhile. */
    async function attempt(card: Entry, to: string, along: Along): Promise<Outcome> {
      try {
        return { after: await carryOut(plan, card, to, along) };
      } catch (refused) {
        if (!isStale(refused)) {
          throw refused;
        }
        const values = { [plan.by.name]: to === NONE ? null : to };
        const send = (theirs: Entry) => carryOut(plan, theirs, to, along);
        return again(queries, plan.meta.name, card, { values }, send);
      }
    }

    /** As often as the server asks for more. */
    async function carry(card: Entry, to: string, along: Along): Promise<Outcome> {
      try {
        return await attempt(card, to, along);
      } catch (refused) {
        const need = needOf(refused, plan, to, stages);
        if (!need) {
          throw refused;
        }
        const more = await answered(need, to, { ...card, [plan.by.name]: to === NONE ? null : to });
        return carry(card, to, {
          values: { ...along.values, ...more.values },
          reopen: along.reopen || more.reopen,
        });
      }
    }

    /** Why the card stands where it stood, and what can be done about it. */
    function explain({ card, code }: Held, refused: unknown): void {
      if (refused instanceof LetBe) {
        return;
      }
      const Dialog = wayOf(refused, plan);
      if (Dialog) {
        void queries
          .query(recordQuery(plan.meta.name, card.id))
          .then((entry) => take({ Dialog, entry }), tell);
        return;
      }
      if (refused instanceof Problem) {
        // what is shown may be old
        void queries.invalidateQueries({ queryKey: recordsKey(plan.meta.name) });
      }
      toast.problem(t('stays', { column: label(code), why: whyNot(refused) }));
    }

    async function move(held: Held, to: string, along = NOTHING): Promise<void> {
      const { card, code: from, lane } = held;
      const name = textOf(card[plan.meta.name_field]);
      const cache = boardCache(queries, { ...plan, lane }, summed);
      let shown: Move | undefined;
      try {
        shown = await cache.move(card, from, to);
        const { after, clash } = await carry(card, to, along);
        if (clash) {
          const { theirs } = clash;
          const now = textOf(theirs[plan.by.name]) || NONE;
          cache.back(shown);
          cache.settle(await cache.move(card, from, now), theirs);
          void queries.invalidateQueries({ queryKey: recordsKey(plan.meta.name) });
          meanwhile(clash, label(now), label(to), () => void move({ card: theirs, code: now, lane }, to));
          return;
        }
        cache.settle(shown, after);
        const back: Along = {
          values: stages.closes(from) && card.loss_reason ? { loss_reason: card.loss_reason } : {},
          reopen: stages.closes(to) && !stages.closes(from),
        };
        toast.done(t('moved', { name, column: label(to) }), {
          label: common('undo'),
          run: () => void move({ card: after, code: to, lane }, from, back),
        });
      } catch (refused) {
        if (shown) {
          cache.back(shown);
        }
        explain(held, refused);
      }
    }
    return { label, move };
  }, [queries, plan, summed, stages, meanwhile, t, common]);

  return { question, other, leaveOther: () => take(undefined), ...acts };
}
