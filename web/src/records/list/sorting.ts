export const MOST_KEYS = 3;

export interface SortKey {
  path: string;
  down: boolean;
}

export const keyOf = (text: string): SortKey =>
  text.startsWith('-') ? { path: text.slice(1), down: true } : { path: text, down: false };

export const textOf = ({ path, down }: SortKey): string => (down ? `-${path}` : path);

const flip = (text: string) => (text.startsWith('-') ? text.slice(1) : `-${text}`);

/** Sorts by the column alone, or the other way round when it does already. */
export const sortedBy = (sort: string[], path: string): string[] =>
  sort.length === 1 && sort[0] === path ? [`-${path}`] : [path];

/** Sorts by the column too: first upwards, then downwards, then no longer. */
export function sortedFurther(sort: string[], path: string): string[] {
  const at = sort.findIndex((text) => keyOf(text).path === path);
  if (at < 0) {
    return [...sort, path].slice(-MOST_KEYS);
  }
  return sort[at] === path
    ? sort.map((text, i) => (i === at ? flip(text) : text))
    : sort.filter((_, i) => i !== at);
}
