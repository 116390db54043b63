import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/** How many places are remembered. */
const MOST = 500;

/** How long a page that comes bit by bit may take to be as high as it was. */
const PATIENCE = 2_000;

/** Numbers by entry of the browser's history and place of the page. */
const numbers = new Map<string, number>();

/** The entry of the browser's history that is shown; the router names each. */
const entry = () => (window.history.state as { key?: string } | null)?.key ?? '';

function keep(place: string, number: number): void {
  const key = `${entry()} ${place}`;
  numbers.delete(key);
  numbers.set(key, number);
  const [oldest] = numbers.keys();
  if (numbers.size > MOST && oldest !== undefined) {
    numbers.delete(oldest);
  }
}

const kept = (place: string): number | undefined => numbers.get(`${entry()} ${place}`);

/** Which page each entry of the browser's history shows, by its place. */
const pages = new Map<number, string>();

const index = () => (window.history.state as { idx?: number } | null)?.idx ?? 0;

/** Whether the browser's way back leads to that page. */
export const cameFrom = (path: string): boolean => pages.get(index() - 1) === path;

/** A number that is the same again for who comes back to the page by the browser's history. */
export function useKept(place: string, first: number): [number, (number: number) => void] {
  const [number, set] = useState(() => kept(place) ?? first);
  useEffect(() => keep(place, number), [place, number]);
  return [number, set];
}

/** Remembers how far an element is scrolled; answers how far it was when the person was last there. */
export function useKeptScroll(element: RefObject<HTMLElement | null>, place: string): number {
  const [before] = useState(() => kept(place) ?? 0);
  useEffect(() => {
    const scrolled = element.current;
    const remember = () => scrolled && keep(place, scrolled.scrollTop);
    scrolled?.addEventListener('scroll', remember, { passive: true });
    return () => scrolled?.removeEventListener('scroll', remember);
  }, [element, place]);
  return before;
}

/** The same for what stays while pages change in it: a new page begins at its top, a former one where it was left. */
export function useKeptScrollOfPages(element: RefObject<HTMLElement | null>, page: string): void {
  useKeptScroll(element, 'page');
  useEffect(() => {
    pages.set(index(), page);
  }, [page]);
  useLayoutEffect(() => {
    const scrolled = element.current;
    const far = kept('page') ?? 0;
    if (!scrolled) {
      return;
    }
    const until = performance.now() + PATIENCE;
    const own = new AbortController();
    const follow = () => {
      if (!own.signal.aborted) {
        scrolled.scrollTop = far;
        if (scrolled.scrollTop + 1 < far && performance.now() < until) {
          requestAnimationFrame(follow);
        }
      }
    };
    follow();
    const stop = () => own.abort();
    for (const act of ['wheel', 'touchstart', 'keydown']) {
      scrolled.addEventListener(act, stop, { passive: true, signal: own.signal });
    }
    return stop;
  }, [element, page]);
}
