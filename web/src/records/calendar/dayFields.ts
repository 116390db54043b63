import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';

const isDay = (field: Field): boolean =>
  (field.type === 'date' || field.type === 'datetime') &&
  field.access !== 'hidden' &&
  field.access !== 'masked' &&
  field.ops.includes('between');

/** The fields that place a record on a day: those that people set before those that the system does. */
export function dayFields(meta: ObjectMeta): Field[] {
  const all = fieldsOf(meta).filter(isDay);
  return [...all.filter((field) => !field.read_only), ...all.filter((field) => field.read_only)];
}
