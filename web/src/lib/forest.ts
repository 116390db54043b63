/** Something with what stands below it. */
export interface Tree<T> {
  item: T;
  below: Tree<T>[];
}

/**
 * Trees from the top downwards, in the order given. What stands above and is not here makes a top of what is below it, and so does a
 * ring, which is opened at the first of it.
 */
export function forestOf<T extends { id: string }>(
  items: T[],
  aboveOf: (item: T) => string | undefined,
): Tree<T>[] {
  const known = new Set(items.map(({ id }) => id));
  const byAbove = new Map<string, T[]>();
  for (const item of items) {
    const above = aboveOf(item);
    const key = above !== undefined && above !== item.id && known.has(above) ? above : '';
    byAbove.set(key, [...(byAbove.get(key) ?? []), item]);
  }
  const placed = new Set<string>();
  const grow = (item: T): Tree<T> => {
    placed.add(item.id);
    const below = (byAbove.get(item.id) ?? []).filter(({ id }) => !placed.has(id));
    return { item, below: below.map(grow) };
  };
  const tops = (byAbove.get('') ?? []).map(grow);
  const rings = items.flatMap((item) => (placed.has(item.id) ? [] : [grow(item)]));
  return [...tops, ...rings];
}

/** The same as rows, each with how far below the top it stands. */
export const rowsOf = <T>(forest: Tree<T>[], depth = 0): { tree: Tree<T>; depth: number }[] =>
  forest.flatMap((tree) => [{ tree, depth }, ...rowsOf(tree.below, depth + 1)]);
