/** The list with the one at the place taken to another. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const taken = all[from];
  const rest = all.filter((_, i) => i !== from);
  if (taken !== undefined) {
    rest.splice(Math.min(Math.max(to, 0), rest.length), 0, taken);
  }
  return rest;
}
