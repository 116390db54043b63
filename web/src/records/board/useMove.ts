import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsKey, type Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import type { Stages } from '../brought';
import { useMeanwhile } from '../meanwhile';
import { boardCache, type Move } from './cache';
import { textOf } from '../values';
import { NONE, type Along } from '../path/move';
import type { Held, Plan } from './plan';
import type { Summed } from './totals';
import { useCarry } from '../path/useCarry';

/** Moves cards: at once on the screen, then on the server, and back if it does not come to pass. */
export function useMove(plan: Plan, summed: Summed, stages: Stages) {
  const { t } = useTranslation('board');
  const queries = useQueryClient();
  const meanwhile = useMeanwhile(plan.meta);
  const { question, other, leaveOther, label, carry, back, explain } = useCarry(plan, stages);
  /** Cards that are on their way, with what becomes of them. */
  const flying = useRef(new Map<string, Promise<Entry | undefined>>());

  const move = useMemo(() => {
    /** Answers the card as it is then; nothing when it stands where it stood. */
    async function send(held: Held, to: string, along?: Along): Promise<Entry | undefined> {
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
          meanwhile(clash, label(now), label(to), () => void go({ card: theirs, code: now, lane }, to));
          return undefined;
        }
        cache.settle(shown, after);
        toast.done(t('moved', { name, column: label(to) }), {
          undo: () => void go({ card: after, code: to, lane }, from, back(card, from, to)),
        });
        return after;
      } catch (refused) {
        if (shown) {
          cache.back(shown);
        }
        explain(card.id, from, refused);
        return undefined;
      }
    }

    /** A card that is moved on before it has arrived goes on from there; one that does not arrive does not go on. */
    async function go(held: Held, to: string, along?: Along): Promise<void> {
      const { id } = held.card;
      const before = flying.current.get(id);
      const sent = before
        ? before.then((after) => after && send({ ...held, card: { ...held.card, ...after } }, to, along))
        : send(held, to, along);
      flying.current.set(id, sent);
      await sent;
      if (flying.current.get(id) === sent) {
        flying.current.delete(id);
      }
    }
    return go;
  }, [queries, plan, summed, meanwhile, label, carry, back, explain, t]);

  return { question, other, leaveOther, label, move };
}
