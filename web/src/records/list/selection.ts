/** Which records are chosen: some by their ids, or all that match. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** How many match when all of them are meant. */
  all: number | undefined;
  /** Where a range begins. */
  anchor: string | undefined;
}

export const nothing: Selection = { ids: new Set(), all: undefined, anchor: undefined };

export const sizeOf = ({ ids, all }: Selection): number => all ?? ids.size;

/** Those that are chosen of what is loaded. */
const held = ({ ids, all }: Selection, order: readonly string[]): Set<string> =>
  new Set(all === undefined ? ids : order);

/** Chooses the record or lets go of it. Letting go of one of all that match keeps those that are loaded. */
export function toggle(selection: Selection, id: string, order: readonly string[]): Selection {
  const ids = held(selection, order);
  if (!ids.delete(id)) {
    ids.add(id);
  }
  return { ids, all: undefined, anchor: id };
}

/** Does with all from the anchor to the record what the anchor is: chosen, or let go. */
export function range(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) {
    return toggle(selection, id, order);
  }
  const ids = held(selection, order);
  const chosen = ids.has(selection.anchor ?? '');
  for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (chosen) {
      ids.add(each);
    } else {
      ids.delete(each);
    }
  }
  return { ids, all: undefined, anchor: selection.anchor };
}

/** Chooses all that are loaded, or nothing when they are chosen. */
export function toggleLoaded({ ids }: Selection, order: readonly string[]): Selection {
  return order.length > 0 && order.every((id) => ids.has(id)) ? nothing : { ...nothing, ids: new Set(order) };
}

/** How much of what is loaded is chosen. */
export function share({ ids, all }: Selection, order: readonly string[]): 'none' | 'some' | 'all' {
  if (all !== undefined || (order.length > 0 && order.every((id) => ids.has(id)))) {
    return 'all';
  }
  return ids.size === 0 ? 'none' : 'some';
}
