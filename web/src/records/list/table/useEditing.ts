import { useEffect, useState } from 'react';

const nothing: ReadonlySet<string> = new Set();

/** Which values of a record are being edited in its row; as long as there are any, the row is kept. */
export function useEditing(id: string, onKeep: (id: string, keep: boolean) => void) {
  const [fields, put] = useState(nothing);
  const busy = fields.size > 0;
  useEffect(() => {
    if (!busy) {
      return undefined;
    }
    onKeep(id, true);
    return () => onKeep(id, false);
  }, [id, busy, onKeep]);
  return {
    busy,
    has: (field: string) => fields.has(field),
    edit: (field: string, on: boolean) =>
      put((before) => {
        const others = [...before].filter((each) => each !== field);
        return new Set(on ? [...others, field] : others);
      }),
  };
}
