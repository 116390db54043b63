import { useQueries, useQueryClient } from '@tanstack/react-query';
import { fieldOf, objectQuery, say, sees, type Field, type Label, type ObjectMeta } from '@/lib/meta';

/** A field and the way to it: `account.industry` is the industry of the account. */
export interface Reached {
  path: string;
  field: Field;
  /** Labels of the links on the way. */
  trail: Label[];
}

/** Metadata by name: undefined while it is on its way, null when there is none for this person. */
type MetaOf = (object: string) => ObjectMeta | null | undefined;

interface Hop {
  target: string;
  label: Label;
}

function hop(meta: ObjectMeta, name: string): Hop | undefined {
  const field = fieldOf(meta, name);
  if (field?.target !== undefined) {
    return { target: field.target, label: field.label };
  }
  const inverse = meta.inverses.find((each) => each.name === name);
  return inverse && { target: inverse.object, label: inverse.label ?? {} };
}

/** Follows the path as far as metadata is known. */
export function reach(path: string, meta: ObjectMeta, metaOf: MetaOf): Reached | 'waiting' | undefined {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const trail: Label[] = [];
  let at = meta;
  for (const name of names) {
    const next = hop(at, name);
    const found = next && metaOf(next.target);
    if (!found) {
      return next && found === undefined ? 'waiting' : undefined;
    }
    trail.push(next.label);
    at = found;
  }
  const field = fieldOf(at, last);
  return field && field.access !== 'hidden' && !field.hidden ? { path, field, trail } : undefined;
}

/** The links of the object by which the paths begin, as far as they are fields of its own that the person sees. */
export const linksOn = (paths: string[], meta: ObjectMeta): string[] =>
  paths.flatMap((path) => {
    const [link = '', ...rest] = path.split('.');
    return rest.length > 0 && sees(meta, link) ? link : [];
  });

/** The objects that paths lead through, as far as metadata is known. */
export function objectsOn(paths: string[], meta: ObjectMeta, metaOf: MetaOf): string[] {
  const objects = new Set<string>();
  for (const path of paths) {
    let at: ObjectMeta | null | undefined = meta;
    for (const name of path.split('.').slice(0, -1)) {
      const next: Hop | undefined = at ? hop(at, name) : undefined;
      if (!next) {
        break;
      }
      objects.add(next.target);
      at = metaOf(next.target);
    }
  }
  objects.delete(meta.name);
  return [...objects];
}

/** Resolves paths, asking for the metadata that it takes. */
export function useReach(
  meta: ObjectMeta,
  paths: string[],
): (path: string) => Reached | 'waiting' | undefined {
  const queries = useQueryClient();
  const peek: MetaOf = (object) =>
    object === meta.name ? meta : queries.getQueryData<ObjectMeta>(objectQuery(object).queryKey);
  const objects = objectsOn(paths, meta, peek);
  const found = useQueries({ queries: objects.map((object) => objectQuery(object)) });
  const metas = new Map<string, ObjectMeta | null | undefined>([[meta.name, meta]]);
  objects.forEach((object, i) => metas.set(object, found[i]?.data ?? (found[i]?.isError ? null : undefined)));
  return (path) => reach(path, meta, (object) => metas.get(object));
}

/** The way to the field and its name: `客户 › 行业`. */
export const titleOf = ({ trail, field }: Pick<Reached, 'trail' | 'field'>): string =>
  [...trail, field.label].map(say).join(' › ');

/** The field as a column of the list that it is reached from. */
export function asColumn({ path, field, trail }: Reached): Field {
  if (trail.length === 0) {
    return field;
  }
  const label = (code: 'zh-CN' | 'en') =>
    [...trail, field.label].map((each) => each[code] ?? say(each)).join(' › ');
  return { ...field, name: path, label: { 'zh-CN': label('zh-CN'), en: label('en') } };
}
