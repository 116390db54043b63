import type { Field } from '@/lib/meta';

/** How many values a card has besides the name. */
const MOST = 4;
const LINE = 28;
/** No less than a thumb needs. */
const LEAST = 44;

/** Types whose values are a word or a number, so that several have room beside one another. */
const short = new Set(['choice', 'multi_choice', 'tags', 'integer', 'rating', 'boolean']);

/** How the values of a record stand on its card, two places in a line: the short ones share that of the first. */
export function cardOf(columns: Field[]): Field[][] {
  const shown = columns.slice(0, MOST + 1);
  const together = shown.slice(1).filter(({ type }) => short.has(type));
  return shown.flatMap((field) =>
    !together.includes(field) ? [[field]] : field === together[0] ? [together] : [],
  );
}

/** How high a card with these values is. */
export const cardHeight = (columns: Field[]): number =>
  Math.max(LEAST, Math.ceil(cardOf(columns).length / 2) * LINE + 8);
