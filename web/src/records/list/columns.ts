import { isEditable } from '@/fields/Edit';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import { aboutOf } from '../telling';

const common = new Set([
  'owner',
  'department',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'external_id',
  'version',
  'id',
]);

/** Fields in the company's order, else as people think of them: what the record is called first, what the system keeps last. */
export function inOrder(fields: Field[], meta: ObjectMeta): Field[] {
  if (meta.arranged) {
    return fields;
  }
  const place = (field: Field) =>
    field.name === meta.name_field ? 0 : field.name === 'owner' ? 1 : common.has(field.name) ? 3 : 2;
  return [...fields].sort((a, b) => place(a) - place(b));
}

/** Whether its records are about those of several other objects. */
const isAbout = (meta: ObjectMeta): boolean => fieldsOf(meta).some(({ type }) => type === 'about');

/** Whether there is something to choose, at any time. */
const isOpen = (f: Field): boolean => (f.choices?.length ?? 0) > 1 && !f.phase && !f.read_only;

/** What people look for in a list, in that order; each finds at most one field. */
const interests: ((field: Field, meta: ObjectMeta) => boolean)[] = [
  (f, meta) =>
    f.target !== meta.name &&
    !f.unique &&
    (f.name === aboutOf(meta)?.name || (f.type === 'link' && isAbout(meta))),
  (f) => f.phase === true && !f.read_only,
  (f) => f.type === 'phone',
  (f) => f.type === 'integer' && f.indexed === true,
  (f) => f.type === 'choice' && (f.indexed === true || f.required) && isOpen(f),
  (f) => f.type === 'money' && !f.read_only,
  (f) => f.type === 'choice' && isOpen(f),
  (f) => f.type === 'date',
  (f) => f.type === 'region',
  (f) => f.type === 'image',
];

const ROOM = 8;

/** The columns of a list that nobody has arranged: those that its module names, else what people look for. */
export function usualColumns(meta: ObjectMeta): Field[] {
  const fields = fieldsOf(meta).filter((f) => f.access !== 'hidden');
  const named = fields.filter((f) => f.name === meta.name_field);
  if (meta.columns.length > 0) {
    return [...named, ...meta.columns.flatMap((name) => fields.find((f) => f.name === name) ?? [])];
  }
  const rest = fields.filter((f) => !common.has(f.name) && f.name !== meta.name_field);
  const chosen = new Set<Field>();
  for (const interest of interests) {
    const found = rest.find((f) => !chosen.has(f) && interest(f, meta));
    if (found) {
      chosen.add(found);
    }
  }
  const ends = [
    'owner',
    fields.some((f) => f.name === 'last_activity_at') ? 'last_activity_at' : 'updated_at',
  ];
  const last = fields
    .filter((f) => ends.includes(f.name))
    .sort((a, b) => ends.indexOf(a.name) - ends.indexOf(b.name));
  return [...new Set([...named, ...[...chosen].slice(0, ROOM - named.length - last.length), ...last])];
}

const widths: Partial<Record<string, number>> = {
  text: 200,
  link: 220,
  user: 112,
  department: 120,
  choice: 136,
  money: 136,
  phone: 136,
  email: 232,
  integer: 88,
  percent: 88,
  decimal: 104,
  date: 116,
  datetime: 128,
  region: 150,
  boolean: 72,
  rating: 100,
  image: 72,
  file: 200,
};

/** Names of people, who have an address to write to, are shorter than those of companies and deals. */
const nameWidth = (meta: ObjectMeta): number =>
  fieldsOf(meta).some(({ type }) => type === 'email') ? 184 : 240;

/** How wide a column is until somebody draws it wider. */
export const usualWidth = (field: Field, meta: ObjectMeta): number =>
  field.name === meta.name_field ? nameWidth(meta) : (widths[field.type] ?? 160);

/** Whose end can be missed: they give way where there is little room. */
const yielding = new Set(['text', 'link', 'email', 'long_text', 'url', 'address', 'tags', 'file']);

/** How narrow a column may become whose width nobody chose. */
export const leastWidth = ({ type }: Field, width: number): number =>
  yielding.has(type) ? Math.round(width * 0.75) : width;

/** Whether the person changes the value in its cell; what is reached over a link belongs to another record. */
export const isChangedInCell = (meta: ObjectMeta, column: Field): boolean =>
  meta.can.update === true && !column.name.includes('.') && isEditable(column);
