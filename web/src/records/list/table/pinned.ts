import type { View } from '../views/useView';

/** How far from the left edge the columns stay that are pinned; the naming one always does, behind what stands before it. */
export function leftsOf(
  { columns, pinned }: Pick<View, 'columns' | 'pinned'>,
  widths: { width: number }[],
  before: number,
): (number | undefined)[] {
  let left = before;
  return columns.map(({ name }, i) => {
    const at = left;
    left += widths[i]?.width ?? 0;
    return pinned.has(name) ? at : undefined;
  });
}

/** Keeps a cell where it is. */
export const stays = (left: number | undefined) =>
  left === undefined ? {} : { 'data-pinned': true, style: { left } };
