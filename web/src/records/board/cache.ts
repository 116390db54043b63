import type { QueryClient } from '@tanstack/react-query';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { placeOf, withCard, without, type Cards, type Place } from './pages';
import { columnsKey, totalsQuery } from './queries';
import { NONE } from '../path/move';
import type { Plan } from './plan';
import { moved, type Summed } from './totals';

/** A move that is shown already and not known to the server yet. */
export interface Move {
  card: Entry;
  from: string;
  to: string;
  /** Where it stood, so that it can be put back there. */
  stood: Place | undefined;
  /** Columns that were being read when the move came in between. */
  interrupted: string[];
}

const NOTHING: Cards = { pages: [{ items: [], next: null }], pageParams: [null] };

/** What the board shows, and how a move changes it: at once, for good, or back. */
export function boardCache(queries: QueryClient, plan: Plan, of: Summed) {
  const key = (code: string) => [...columnsKey(plan), code];
  const totals = totalsQuery(plan, of).queryKey;
  const lane = () => queries.getQueryData(totals)?.lanes.find((each) => each.id === plan.lane);
  /** What is known of the column: also that it holds nothing, though nobody has read it. */
  const known = (code: string): Cards | undefined =>
    lane() && (lane()?.totals[code]?.count ?? 0) === 0 ? NOTHING : undefined;
  const change = (code: string, by: (cards: Cards) => Cards) =>
    queries.setQueryData<Cards>(key(code), (cards = known(code)) => cards && by(cards));
  const count = (card: Entry, from: string, to: string) =>
    queries.setQueryData(totals, (all) => all && moved(all, card, plan.lane, from, to, of));

  /** Reads these columns, the totals and all other views of the object anew. */
  const refresh = (codes: string[]) => {
    codes.forEach((code) => void queries.invalidateQueries({ queryKey: key(code) }));
    void queries.invalidateQueries({
      queryKey: recordsKey(plan.meta.name),
      predicate: ({ queryKey }) => queryKey[2] !== 'board' && queryKey[2] !== 'one',
    });
  };

  return {
    /** Shows the card in the other column. */
    async move(card: Entry, from: string, to: string): Promise<Move> {
      const interrupted = [from, to].filter((code) => queries.isFetching({ queryKey: key(code) }) > 0);
      await Promise.all([
        ...[from, to].map((code) => queries.cancelQueries({ queryKey: key(code) })),
        queries.cancelQueries({ queryKey: totals }),
      ]);
      const stood = placeOf(queries.getQueryData<Cards>(key(from)), card.id);
      change(from, (cards) => without(cards, card.id));
      change(to, (cards) => withCard(cards, { ...card, [plan.by.name]: to === NONE ? null : to }));
      count(card, from, to);
      return { card, from, to, stood, interrupted };
    },

    /** The server has it: the card as it is now. */
    settle({ card, from, to, interrupted }: Move, after: Entry): void {
      queries.setQueryData(recordQuery(plan.meta.name, card.id).queryKey, after);
      change(from, (cards) => without(cards, card.id));
      change(to, (cards) => withCard(cards, after, placeOf(cards, card.id)));
      refresh(interrupted);
    },

    /** The server refused: the card stands where it stood. */
    back({ card, from, to, stood, interrupted }: Move): void {
      change(to, (cards) => without(cards, card.id));
      change(from, (cards) => withCard(cards, card, stood));
      count(card, to, from);
      refresh(interrupted);
    },
  };
}

export type BoardCache = ReturnType<typeof boardCache>;
