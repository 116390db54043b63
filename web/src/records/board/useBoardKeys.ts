import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import { isKey, itself, useKeys } from '@/ui/keys';
import { usePeek } from '../peek/usePeek';
import { walk } from './walk';

interface Keys {
  object: string;
  board: RefObject<HTMLElement | null>;
  /** Whether a card is in somebody's hand. */
  held: boolean;
  /** Whether cards may be moved. */
  loose: boolean;
}

const recordOf = (card: EventTarget | null): string | undefined =>
  card instanceof HTMLElement && card.matches('[data-peeks]') ? card.dataset.record : undefined;

/**
 * Walks from card to card by keys; what is looked at beside the board goes along. Answers what hears the key of the card that has the
 * focus, since a link has a use for it otherwise.
 */
export function useBoardKeys({ object, board, held, loose }: Keys): (event: KeyboardEvent) => void {
  const navigate = useNavigate();
  const { peeked, able, open, turn, close } = usePeek();
  const looked = useRef('');
  const closed = peeked === undefined;
  useEffect(() => {
    if (closed && document.activeElement === document.body) {
      board.current?.querySelector<HTMLElement>(`[data-peeks][data-record="${looked.current}"]`)?.focus();
    }
  }, [closed, board]);
  const go = (right: number, down: number) => {
    const walked = walk(board.current, right, down);
    const record = recordOf(document.activeElement);
    if (walked && record !== undefined && peeked && able) {
      looked.current = record;
      turn(object, record);
    }
    return walked;
  };
  useKeys(
    'board',
    held
      ? { put_back: itself }
      : {
          next: () => go(0, 1),
          previous: () => go(0, -1),
          right: () => go(1, 0),
          left: () => go(-1, 0),
          open: itself,
          peek: itself,
          into: () => {
            const panel = document.querySelector<HTMLElement>('[data-peek]');
            return panel && !panel.contains(document.activeElement) ? panel.focus() : false;
          },
          ...(loose && { lift: itself, put_back: itself }),
        },
  );
  return (event) => {
    const record = recordOf(event.target);
    if (held || record === undefined || !isKey('board', 'peek', event.nativeEvent)) {
      return;
    }
    event.preventDefault();
    if (!able) {
      void navigate(`/${object}/${record}`);
    } else if (peeked?.id === record) {
      close();
    } else {
      looked.current = record;
      open(object, record);
    }
  };
}
