import { useEffect, useRef, type RefObject } from 'react';
import { useNavigate } from 'react-router';
import type { ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { itself, useKeys } from '@/ui/keys';
import { usePeek } from '../../peek/usePeek';
import type { Chosen } from '../useChosen';

interface Rows {
  meta: ObjectMeta;
  entries: Entry[];
  chosen: Chosen;
  /** The row that the keyboard is at; below 0 for none. */
  at: number;
  setAt: (index: number) => void;
  scroll: RefObject<HTMLElement | null>;
  /** Brings a row into sight. */
  show: (index: number) => void;
}

const inPeek = () => document.activeElement?.closest('[data-peek]') ?? null;

/** Walks through rows by keys; what is looked at beside the list goes along. */
export function useRowKeys({ meta, entries, chosen, at, setAt, scroll, show }: Rows): void {
  const navigate = useNavigate();
  const { peeked, able, open, turn, close } = usePeek();
  const follows = useRef(false);
  const entry = entries[at];

  /** Whether the row is drawn already. */
  const focus = () => {
    const row = scroll.current?.querySelector<HTMLElement>('[data-at=true]');
    row?.focus({ preventScroll: true });
    return row !== null;
  };
  useEffect(() => {
    if (follows.current) {
      follows.current = !focus();
    }
  });
  const closed = peeked === undefined;
  useEffect(() => {
    if (closed && document.activeElement === document.body) {
      focus();
    }
  }, [closed]); // eslint-disable-line react-hooks/exhaustive-deps -- only when what was looked at goes

  const go = (to: number) => {
    const index = Math.min(Math.max(to, 0), entries.length - 1);
    const next = entries[index];
    if (!next) {
      return false;
    }
    follows.current = inPeek() === null;
    setAt(index);
    show(index);
    if (peeked && able) {
      turn(meta.name, next.id);
    }
    return true;
  };
  useKeys('list', {
    next: () => go(at + 1),
    previous: () => go(at - 1),
    first: () => go(0),
    last: () => go(entries.length - 1),
    open: () => (entry && inPeek() === null ? void navigate(`/${meta.name}/${entry.id}`) : false),
    peek: () => {
      if (!entry || inPeek() !== null) {
        return false;
      }
      if (!able) {
        void navigate(`/${meta.name}/${entry.id}`);
      } else if (peeked?.id === entry.id) {
        close();
      } else {
        open(meta.name, entry.id);
      }
      return true;
    },
    into: () => {
      const panel = document.querySelector<HTMLElement>('[data-peek]');
      return panel && inPeek() === null ? panel.focus() : false;
    },
    select: () => (entry ? chosen.toggle(entry.id) : false),
    range: () => (entry ? chosen.range(entry.id) : false),
    ...(meta.can.update && {
      edit: () => {
        const pencil = scroll.current?.querySelector<HTMLElement>('[data-at=true] [data-edit]');
        return pencil && inPeek() === null ? pencil.click() : false;
      },
      next_cell: itself,
      previous_cell: itself,
    }),
    ...(chosen.choosing && { clear: chosen.clear }),
  });
}
