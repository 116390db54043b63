import { callable } from '@/fields/phone/callable';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';

const seen = (meta: ObjectMeta, type: string): Field[] =>
  fieldsOf(meta).filter(
    (field) => field.type === type && (field.access === 'write' || field.access === 'read'),
  );

/** The fields by which somebody is called or written to, those that the person sees in full. */
export const contactFields = (meta: ObjectMeta): Field[] => [...seen(meta, 'phone'), ...seen(meta, 'email')];

const first = (entry: Entry, fields: Field[], read: (value: unknown) => string | undefined) =>
  fields.map((field) => read(entry[field.name])).find((each) => each !== undefined);

/** Where to call and to write. */
export function contactOf(
  meta: ObjectMeta,
  entry: Entry,
): { tel: string | undefined; mail: string | undefined } {
  return {
    tel: first(entry, seen(meta, 'phone'), callable),
    mail: first(entry, seen(meta, 'email'), (value) =>
      typeof value === 'string' && /^[^\s@*]+@[^\s@]+$/.test(value) ? value : undefined,
    ),
  };
}
