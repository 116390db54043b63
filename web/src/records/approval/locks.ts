import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import { isEditable } from '@/fields/Edit';
import { fieldOf, type ObjectMeta } from '@/lib/meta';
import type { Story } from './api';

/** By which approval each field is locked that the person could change otherwise. */
type Locks = ReadonlyMap<string, string>;

const NONE: Locks = new Map();

export const LocksContext = createContext(NONE);

/** Which fields of the record are locked, and what of it that leaves to the person. */
export function locked(meta: ObjectMeta, stories: Story[]): { locks: Locks; open: ObjectMeta } {
  const names = new Map(
    stories.flatMap(({ title, locked: fields }) => fields.map((field) => [field, title] as const)),
  );
  if (names.size === 0) {
    return { locks: NONE, open: meta };
  }
  const may = (name: string) => {
    const field = fieldOf(meta, name);
    return meta.can.update === true && field !== undefined && isEditable(field);
  };
  return {
    locks: new Map([...names].filter(([name]) => may(name))),
    open: {
      ...meta,
      can: { ...meta.can, delete: false },
      fields: meta.fields.map((field) =>
        names.has(field.name) && 'ops' in field && field.access === 'write'
          ? { ...field, access: 'read' as const }
          : field,
      ),
    },
  };
}

/** Why the field cannot be changed now; nothing where it can, or never could. */
export function useLock(field: string): string | undefined {
  const { t } = useTranslation('approval');
  const title = use(LocksContext).get(field);
  return title === undefined ? undefined : t('locked_by', { title });
}
