import type { ObjectBrief, ObjectMeta } from '@/lib/meta';
import { fieldOf, fieldsOf, type Field } from '@/lib/meta';

/** Records of another object that lead here. */
export interface Relation {
  object: string;
  /** The link by which they lead here. */
  field: string;
}

/** What the timeline tells, and what nobody looks for here. */
const elsewhere = new Set(['activity', 'comment', 'stage_history', 'job_move']);

/** The order in which people think of what belongs to a record; the rest comes after. */
const order = ['contact', 'opportunity', 'opportunity_line', 'opportunity_contact', 'task', 'attachment'];

const place = (object: string): number => {
  const at = order.indexOf(object);
  return at < 0 ? order.length : at;
};

/** The links that lead to the object from what the person may read, one for each object and link. */
export function relationsOf(meta: ObjectMeta, objects: ObjectBrief[]): Relation[] {
  const readable = new Set(objects.filter((o) => o.can.read).map((o) => o.name));
  return meta.inverses
    .filter(({ object, name }) => readable.has(object) && !elsewhere.has(object) && name !== '')
    .map(({ object, field }) => ({ object, field }))
    .sort((a, b) => place(a.object) - place(b.object));
}

/** What tells one related record from another, besides its name. */
const told = [
  'role',
  'title',
  'stage',
  'status',
  'amount',
  'total',
  'due_at',
  'close_date',
  'mobile',
  'owner',
];
const TOLD = 2;

/** A few fields that say what stands behind the name. */
export function tellingOf(meta: ObjectMeta, by: string): Field[] {
  const known = told.flatMap((name) => {
    const field = fieldOf(meta, name);
    return field && field.access !== 'hidden' ? [field] : [];
  });
  const others = fieldsOf(meta).filter(
    (f) =>
      f.custom && f.access !== 'hidden' && f.name !== by && f.type !== 'long_text' && f.type !== 'rich_text',
  );
  return [...known, ...others].filter((f) => f.name !== by && f.name !== meta.name_field).slice(0, TOLD);
}

/** What needs work first, else the newest. */
export function orderOf(meta: ObjectMeta): string[] {
  const due = fieldOf(meta, 'due_at');
  if (due?.sortable) {
    return [...(fieldOf(meta, 'done_at')?.sortable ? ['-done_at'] : []), 'due_at'];
  }
  const lines = fieldOf(meta, 'position');
  return lines?.sortable ? ['position'] : ['-created_at'];
}
