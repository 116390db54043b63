/** The list with one of it a place earlier or later; the same where there is none. */
export function shifted<T>(list: T[], at: number, by: 1 | -1): T[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) {
    return list;
  }
  const next = [...list];
  next[at] = other;
  next[at + by] = one;
  return next;
}
