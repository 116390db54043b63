import { isNumeric } from '@/fields/values';
import type { Field } from '@/lib/meta';

export const MOST_KEYS = 3;

const times = new Set(['date', 'datetime']);
/** Their values stand in an order of their own. */
const ordered = new Set(['choice', 'multi_choice', 'boolean', 'rating', 'region', 'tags']);

/** What the values of a field are to who sorts by it. */
export const sortKindOf = ({ type }: Field): 'number' | 'time' | 'order' | 'text' =>
  isNumeric(type) ? 'number' : times.has(type) ? 'time' : ordered.has(type) ? 'order' : 'text';

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
