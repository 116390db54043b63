import { canEdit } from '@/fields/Edit';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';

const common = new Set(['external_id', 'owner', 'department', 'tags', 'description']);
const ROOM = 10;

/** The fields of a form: in the order of the company, else what is needed and used most first; and the rest. */
export function formFields(meta: ObjectMeta): { main: Field[]; rest: Field[] } {
  const open = fieldsOf(meta).filter((f) => !f.read_only && f.access === 'write' && canEdit(f.type));
  const single = (f: Field) => f.type === 'choice' && (f.choices?.length ?? 0) < 2;
  const first = open.filter((f) => f.name === meta.name_field);
  const required = open.filter(
    (f) => f.required && !first.includes(f) && !single(f) && f.default === undefined && !f.derived,
  );
  const usual = open.filter(
    (f) => !first.includes(f) && !required.includes(f) && !common.has(f.name) && !single(f) && !f.phase,
  );
  if (meta.arranged) {
    const kept = new Set([...first, ...required, ...open.filter((f) => !f.phase).slice(0, ROOM)]);
    return { main: open.filter((f) => kept.has(f)), rest: open.filter((f) => !kept.has(f)) };
  }
  const main = [...first, ...required, ...usual].slice(0, Math.max(ROOM, first.length + required.length));
  return { main, rest: open.filter((f) => !main.includes(f)) };
}
