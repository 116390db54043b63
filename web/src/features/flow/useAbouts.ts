import { useQueries } from '@tanstack/react-query';
import { fieldOf, objectQuery, type ObjectMeta } from '@/lib/meta';
import { kindsQuery, type Kinds } from './api';
import { objectIn, type Target } from './model/place';
import { useNames } from './model/names';
import type { Names } from './model/said';
import { isLoop, stepsIn, type Definition, type Row } from './model/tree';

/** What steps are about: an object, what can be done with its records, and how all that is called. */
export interface About {
  meta: ObjectMeta;
  kinds: Kinds;
  names: Names;
}

/** What the steps of a row are about; nothing as long as the loop around them does not say, or it is not known yet. */
export type Abouts = (row: Row | undefined) => About | undefined;

/** What the steps of a flow are about: its own object, and within loops the one that they lead to. */
export function useAbouts(
  meta: ObjectMeta,
  kinds: Kinds,
  definition: Definition,
): { names: Names; about: Abouts } {
  const names = useNames(meta, definition);
  const target: Target = (object, link) => (object === meta.name ? fieldOf(meta, link)?.target : undefined);
  const within = (row: Row | undefined) => objectIn(definition, row, meta.name, target);
  const objects = [
    ...new Set(
      stepsIn(definition.steps)
        .filter(isLoop)
        .map(({ id }) => within({ step: id, way: 0 }))
        .filter((name) => name !== undefined && name !== meta.name),
    ),
  ] as string[];
  const metas = useQueries({
    queries: objects.map((name) => objectQuery(name)),
    combine: (found) => found.map(({ data }) => data),
  });
  const others = useQueries({
    queries: objects.map((name) => kindsQuery(name)),
    combine: (found) => found.map(({ data }) => data),
  });
  const about: Abouts = (row) => {
    const object = within(row);
    if (object === meta.name) {
      return { meta, kinds, names };
    }
    const at = objects.indexOf(object ?? '');
    const [other, can] = [metas[at], others[at]];
    return other && can ? { meta: other, kinds: can, names: names.of(other.name) } : undefined;
  };
  return { names, about };
}
