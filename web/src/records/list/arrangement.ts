import { useCallback, useSyncExternalStore } from 'react';

/** How somebody arranged the list of an object; what is absent is as usual. */
export interface Arrangement {
  /** Paths of the columns, in order. */
  columns?: string[];
  /** By path, in pixels. */
  widths?: Record<string, number>;
  sort?: string[];
}

const key = (object: string) => `hemai.list.${object}`;
const listeners = new Set<() => void>();
const known = new Map<string, Arrangement>();

const texts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Takes what makes sense of what is kept. */
export function arrangementOf(kept: unknown): Arrangement {
  const { columns, widths, sort } = (typeof kept === 'object' && kept !== null ? kept : {}) as Arrangement;
  const wide = Object.entries(typeof widths === 'object' ? widths : {}).filter(([, width]) => width > 0);
  return {
    ...(texts(columns) && columns.length > 0 && { columns }),
    ...(wide.length > 0 && { widths: Object.fromEntries(wide) }),
    ...(texts(sort) && sort.length > 0 && { sort }),
  };
}

function read(object: string): Arrangement {
  const before = known.get(object);
  if (before) {
    return before;
  }
  let arrangement: Arrangement = {};
  try {
    arrangement = arrangementOf(JSON.parse(localStorage.getItem(key(object)) ?? '{}'));
  } catch {
    // somebody else wrote there
  }
  known.set(object, arrangement);
  return arrangement;
}

function write(object: string, arrangement: Arrangement): void {
  known.set(object, arrangement);
  localStorage.setItem(key(object), JSON.stringify(arrangement));
  listeners.forEach((tell) => tell());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The person's arrangement of the object's list, kept in the browser, and a way to change it. */
export function useArrangement(
  object: string,
): [Arrangement, (change: (before: Arrangement) => Arrangement) => void] {
  const arrangement = useSyncExternalStore(subscribe, () => read(object));
  const arrange = useCallback(
    (change: (before: Arrangement) => Arrangement) => write(object, arrangementOf(change(read(object)))),
    [object],
  );
  return [arrangement, arrange];
}
