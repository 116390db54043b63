import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/lib/api';
import { say } from '@/lib/meta';
import { recordQuery, type Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import type { VerbDialogProps } from '../page/ownDialogs';
import { boardCache, type Move } from './cache';
import { textOf } from './cardFields';
import type { Stages } from './deals';
import { carryOut, needOf, wayOf, type Along, type Need } from './move';
import type { Plan } from './plan';
import type { Summed } from './totals';

/** The question that a move waits for; answered with null when the person lets it be. */
export interface Question {
  need: Need;
  to: string;
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

  const acts = useMemo(() => {
    const cache = boardCache(queries, plan, summed);
    const label = (code: string) =>
      say(plan.by.choices?.find((choice) => choice.code === code)?.label) || code || t('none');

    const answered = async (need: Need, to: string): Promise<Along> => {
      const along = await new Promise<Along | null>((answer) => ask({ need, to, answer }));
      ask(undefined);
      if (along === null) {
        throw new LetBe();
      }
      return along;
    };

    /** As often as the server asks for more. */
    async function carry(card: Entry, to: string, along: Along): Promise<Entry> {
      try {
        return await carryOut(plan, card, to, along);
      } catch (refused) {
        const need = needOf(refused, plan, to, stages);
        if (!need) {
          throw refused;
        }
        const more = await answered(need, to);
        return carry(card, to, {
          values: { ...along.values, ...more.values },
          reopen: along.reopen || more.reopen,
        });
      }
    }

    async function move(card: Entry, from: string, to: string, along = NOTHING): Promise<void> {
      const name = textOf(card[plan.meta.name_field]);
      let shown: Move | undefined;
      try {
        shown = await cache.move(card, from, to);
        const after = await carry(card, to, along);
        cache.settle(shown, after);
        const back: Along = {
          values: stages.closes(from) && card.loss_reason ? { loss_reason: card.loss_reason } : {},
          reopen: stages.closes(to) && !stages.closes(from),
        };
        toast.done(t('moved', { name, column: label(to) }), {
          label: common('undo'),
          run: () => void move(after, to, from, back),
        });
      } catch (refused) {
        if (shown) {
          cache.back(shown);
        }
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
          cache.refresh([from, to]); // what is shown may be old
        }
        const why =
          refused instanceof Unreachable ? common('problem.unreachable') : (refused as Error).message;
        toast.problem(t('stays', { column: label(from), why }));
      }
    }
    return { label, move };
  }, [queries, plan, summed, stages, t, common]);

  return { question, other, leaveOther: () => take(undefined), ...acts };
}
