import { canEdit } from '@/fields/Edit';
import type { Entry } from '@/lib/records';
import type { ObjectBrief, ObjectMeta } from '@/lib/meta';
import { fieldOf, fieldsOf, say, type Field } from '@/lib/meta';
import { ownOf, ownRelated } from '../brought';

/** Records of another object that lead here. */
export interface Relation {
  object: string;
  /** The link by which they lead here. */
  field: string;
}

/** Where the object stands among the others; as the company wants it, then as people think of it. */
const place = (object: string, wanted: readonly string[] = []): number => {
  const all = [...new Set([...wanted, ...ownRelated().first])];
  const at = all.indexOf(object);
  return at < 0 ? all.length : at;
};

/** The links that lead to the object from what the person may read, those of the wanted objects first. */
function allRelations(meta: ObjectMeta, objects: ObjectBrief[], wanted?: readonly string[]): Relation[] {
  const readable = new Set(objects.filter((o) => o.can.read).map((o) => o.name));
  const { elsewhere } = ownRelated();
  return meta.inverses
    .filter(({ object, name }) => readable.has(object) && !elsewhere.includes(object) && name !== '')
    .map(({ object, field }) => ({ object, field }))
    .sort((a, b) => place(a.object, wanted) - place(b.object, wanted));
}

/** What a page lists of the links that lead to its object, one for each object and link. */
export function relationsOf(meta: ObjectMeta, objects: ObjectBrief[]): Relation[] {
  const { related, unlisted } = meta.layouts.page ?? {};
  return allRelations(meta, objects, related).filter(({ object }) => !unlisted?.includes(object));
}

/** The objects that a page could list, in that order. */
export const relatedObjects = (
  meta: ObjectMeta,
  objects: ObjectBrief[],
  wanted: readonly string[] | undefined,
): string[] => [...new Set(allRelations(meta, objects, wanted).map(({ object }) => object))];

/** What the records of the object are called here: by the one link that leads here, else by what they are. */
export function relatedLabel(meta: ObjectMeta, objects: ObjectBrief[], object: string): string {
  const links = meta.inverses.filter((each) => each.object === object);
  const own = links.length === 1 ? say(links[0]?.label) : '';
  return own || say(objects.find(({ name }) => name === object)?.plural) || object;
}

/** What stands above a related list: how the link calls it, else what it lists; lists that would be called the same name their field. */
export function headingOf(of: ObjectMeta, meta: ObjectMeta, { object, field }: Relation): string {
  const called = (by: string) =>
    say(of.inverses.find((each) => each.object === object && each.field === by)?.label) || say(meta.plural);
  const own = called(field);
  const alike = of.inverses.some(
    (each) => each.object === object && each.field !== field && called(each.field) === own,
  );
  const link = say(fieldOf(meta, field)?.label);
  return (alike || (object === of.name && own === say(meta.plural))) && link !== ''
    ? `${own} · ${link}`
    : own;
}

/** The field by which a record is called here: its name, or of what joins two records the other one. */
export function namingOf(meta: ObjectMeta, by: string): string {
  const other = fieldsOf(meta).find((f) => f.type === 'link' && f.required && f.name !== by);
  return meta.name_field === 'id' && other ? other.name : meta.name_field;
}

/** What the record is called. */
export function calledBy(meta: ObjectMeta, item: Entry, by: string): string {
  const value = item[namingOf(meta, by)];
  return typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string'
      ? value.label
      : '';
}

/** Whether a form can make one: every field that must be given can be typed or chosen. */
export const formable = (meta: ObjectMeta): boolean =>
  fieldsOf(meta).every((f) => !f.required || f.read_only || canEdit(f.type) || f.default !== undefined);

const TOLD = 2;

/** A few fields that say what stands behind the name. */
export function tellingOf(meta: ObjectMeta, by: string): Field[] {
  const known = ownRelated().telling.flatMap((name) => {
    const field = fieldOf(meta, name);
    return field && field.access !== 'hidden' ? [field] : [];
  });
  const others = fieldsOf(meta).filter(
    (f) =>
      f.custom && f.access !== 'hidden' && f.name !== by && f.type !== 'long_text' && f.type !== 'rich_text',
  );
  return [...known, ...others].filter((f) => f.name !== by && f.name !== namingOf(meta, by)).slice(0, TOLD);
}

/** What needs work first, else the newest. */
export function orderOf(meta: ObjectMeta): string[] {
  const { done = '', due = '' } = ownOf(meta.name).tick ?? {};
  if (fieldOf(meta, due)?.sortable) {
    return [...(fieldOf(meta, done)?.sortable ? [`-${done}`] : []), due];
  }
  const lines = fieldOf(meta, 'position');
  return lines?.sortable ? ['position'] : ['-created_at'];
}
