import type { InfiniteData } from '@tanstack/react-query';
import type { Entry, Page } from '@/lib/records';

/** The cards of a column as far as they are loaded. */
export type Cards = InfiniteData<Page>;

/** Where a card stood. */
export interface Place {
  page: number;
  at: number;
}

/** All cards in their order, none twice: a moved card may come again with a later page. */
export function cardsOf(data: Cards | undefined): Entry[] {
  const seen = new Set<string>();
  return (data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((card) => !seen.has(card.id) && seen.add(card.id));
}

export function placeOf(data: Cards | undefined, id: string): Place | undefined {
  const page = data?.pages.findIndex(({ items }) => items.some((card) => card.id === id)) ?? -1;
  const at = data?.pages[page]?.items.findIndex((card) => card.id === id) ?? -1;
  return at < 0 ? undefined : { page, at };
}

/** Without the card. */
export function without(data: Cards, id: string): Cards {
  return placeOf(data, id)
    ? {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.filter((card) => card.id !== id) })),
      }
    : data;
}

const TOP: Place = { page: 0, at: 0 };

/** With the card at that place, and nowhere else. */
export function withCard(data: Cards, card: Entry, place: Place = TOP): Cards {
  const rest = without(data, card.id);
  return {
    ...rest,
    pages: rest.pages.map((page, index) =>
      index === Math.min(place.page, rest.pages.length - 1)
        ? { ...page, items: page.items.toSpliced(place.at, 0, card) }
        : page,
    ),
  };
}

const KEPT = 2;

/** What is worth reading anew for somebody who is back at the top; the rest comes again on the way down. */
export function shortened(data: Cards): Cards {
  return data.pages.length > KEPT
    ? { pages: data.pages.slice(0, KEPT), pageParams: data.pageParams.slice(0, KEPT) }
    : data;
}
