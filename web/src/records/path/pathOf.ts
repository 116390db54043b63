import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';

const isSeen = ({ access }: Field): boolean => access === 'write' || access === 'read';

/** The field that says how far a record of the object has come; best one that can be written. */
export function pathOf(meta: ObjectMeta): Field | undefined {
  const phases = fieldsOf(meta).filter(
    (f) => f.phase === true && f.type === 'choice' && isSeen(f) && (f.choices?.length ?? 0) > 1,
  );
  return phases.find((f) => !f.read_only) ?? phases[0];
}
