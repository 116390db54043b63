import { arranged, canonical, parts, senses, type Arrangement, type Part } from './arrangement';

/** Under which name the address tells the view. */
export const VIEW = 'view';

interface Code<T> {
  write: (value: T) => string;
  read: (text: string) => unknown;
}

const json: Code<unknown> = {
  write: (value) => canonical(value),
  read: (text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined; // a mangled address shows the view as it is kept
    }
  },
};
const list: Code<unknown> = {
  write: (value) => (value as string[]).join(),
  read: (text) => text.split(',').filter(Boolean),
};
const word: Code<unknown> = { write: (value) => value as string, read: (text) => text };
/** What is said of some paths: `amount:120,owner:80`. */
const byPath = (read: (text: string) => unknown): Code<unknown> => ({
  write: (value) =>
    Object.entries(value as Record<string, string | number>)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, each]) => `${path}:${each}`)
      .join(),
  read: (text) =>
    Object.fromEntries(
      text.split(',').map((each) => {
        const at = each.lastIndexOf(':');
        return [each.slice(0, at), read(each.slice(at + 1))];
      }),
    ),
});
const numbers = byPath(Number);

const codes: Record<Part, Code<unknown>> = {
  kind: word,
  filter: json,
  sort: list,
  columns: list,
  widths: numbers,
  pinned: list,
  density: word,
  totals: byPath((text) => text),
  by: word,
  card: list,
  lanes: word,
  limits: numbers,
  day: word,
};

/** Whether the address says anything of a list. */
export const isSaid = (asked: URLSearchParams): boolean =>
  asked.has(VIEW) || parts.some((part) => asked.has(part));

/** The view with what the address changes of it; an empty part is as usual. */
export function applied(base: Arrangement, asked: URLSearchParams): Arrangement {
  const all: Partial<Record<Part, unknown>> = { ...base };
  for (const part of parts) {
    const text = asked.get(part);
    if (text !== null) {
      const value = text === '' ? undefined : senses[part](codes[part].read(text));
      if (text === '' || value !== undefined) {
        all[part] = value;
      }
    }
  }
  return arranged(all);
}

const same = (a: Arrangement, b: Arrangement, part: Part): boolean =>
  canonical(a[part]) === canonical(b[part]);

/** In which parts they differ. */
export const differing = (a: Arrangement, b: Arrangement): Part[] =>
  parts.filter((part) => !same(a, b, part));

/** The address that says the view and in what it is changed. */
export function addressed(
  asked: URLSearchParams,
  view: string,
  base: Arrangement,
  now: Arrangement,
): URLSearchParams {
  const after = new URLSearchParams(asked);
  after.set(VIEW, view);
  for (const part of parts) {
    const value = now[part];
    if (same(base, now, part)) {
      after.delete(part);
    } else {
      after.set(part, value === undefined ? '' : codes[part].write(value));
    }
  }
  return after;
}
