import { useEffect, useRef, useState, type RefObject } from 'react';
import { useKeys } from '@/ui/keys';
import { cardsOf, TRIGGER, type Card, type Definition } from '../model/tree';

const cardIn = (target: EventTarget | null): Card | undefined =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-card]')?.dataset.card ?? undefined)
    : undefined;

interface Acts {
  add: (card: Card, anchor: HTMLElement) => void;
  remove: (card: Card) => void;
  double: (card: Card) => void;
  shift: (card: Card, by: 1 | -1) => void;
}

/** Goes from card to card by keys, and does with the one that has the focus what its menu offers. */
export function useWalking(
  canvas: RefObject<HTMLDivElement | null>,
  definition: Definition,
  acts: Acts | undefined,
) {
  const [first, setFirst] = useState<Card>(TRIGGER);
  /** What is to have the focus once it is drawn. */
  const wanted = useRef<{ card: Card; focus: boolean }>(undefined);
  const find = (card: Card) =>
    [...(canvas.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])].find(
      ({ dataset }) => dataset.card === card,
    );
  useEffect(() => {
    const next = wanted.current;
    const element = next && find(next.card);
    if (element) {
      wanted.current = undefined;
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (next.focus) {
        element.focus({ preventScroll: true });
      }
    }
  });
  const go = (card: Card) => {
    setFirst(card);
    find(card)?.focus();
  };
  const here = (event: KeyboardEvent) => cardIn(event.target);
  const walk = (event: KeyboardEvent, by: 1 | -1) => {
    const cards = cardsOf(definition);
    const card = here(event);
    const to = card === undefined ? undefined : cards[cards.indexOf(card) + by];
    if (card === undefined) {
      return false;
    }
    if (to !== undefined) {
      go(to);
    }
    return true;
  };
  const on = (act: (card: Card) => void) => (event: KeyboardEvent) => {
    const card = here(event);
    return card === undefined ? false : act(card);
  };
  useKeys(
    'flow',
    {
      previous: (event) => walk(event, -1),
      next: (event) => walk(event, 1),
      ...(acts && {
        add: on((card) => {
          const anchor = find(card);
          if (anchor) {
            acts.add(card, anchor);
          }
        }),
        earlier: on((card) => acts.shift(card, -1)),
        later: on((card) => acts.shift(card, 1)),
        duplicate: on(acts.double),
        remove: on(acts.remove),
      }),
    },
    canvas,
  );
  return {
    first: cardsOf(definition).includes(first) ? first : TRIGGER,
    /** Brings the card into sight, and the focus to it if wanted, once it is drawn. */
    show: (card: Card, focus: boolean) => {
      setFirst(card);
      wanted.current = { card, focus };
    },
  };
}
