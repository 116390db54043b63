import { useQueries } from '@tanstack/react-query';
import { asLink, isEmpty } from '@/fields/values';
import { fieldOf, objectQuery, type ObjectMeta } from '@/lib/meta';
import { recordQuery, type Entry } from '@/lib/records';
import { ownOf } from '../brought';
import { contactOf } from '../contact';
import { textOf } from '../values';

/** Whom to call about a record. */
export interface Called {
  tel: string;
  name: string;
  /** Whether the number stands in the record itself. */
  own: boolean;
}

const called = (meta: ObjectMeta, entry: Entry, own: boolean): Called | undefined => {
  const { tel } = contactOf(meta, entry);
  return tel === undefined ? undefined : { tel, name: textOf(entry[meta.name_field]), own };
};

/** By its own number, else by that of somebody it leads to, as far as the person sees them. */
export function useCalled(meta: ObjectMeta, entry: Entry): Called | undefined {
  const asked = (ownOf(meta.name).called ?? []).flatMap((name) => {
    const object = fieldOf(meta, name)?.target;
    const link = isEmpty(entry[name]) ? undefined : asLink(entry[name]);
    return object && link && 'id' in link ? [{ object, id: link.id }] : [];
  });
  const metas = useQueries({ queries: asked.map(({ object }) => objectQuery(object)) });
  const entries = useQueries({ queries: asked.map(({ object, id }) => recordQuery(object, id)) });
  const others = asked.flatMap((_, i) => {
    const [of, other] = [metas[i]?.data, entries[i]?.data];
    return (of && other && called(of, other, false)) ?? [];
  });
  return called(meta, entry, true) ?? others[0];
}
