import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** Draws what is in sight, and what is in somebody's hand wherever it is. */
export const drawnWith =
  (held: readonly number[]) =>
  (range: Range): number[] =>
    [...new Set([...defaultRangeExtractor(range), ...held])].sort((a, b) => a - b);
