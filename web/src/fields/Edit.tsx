import { Suspense, type ComponentType } from 'react';
import { lazy } from '@/lib/lazy';
import styles from './fields.module.css';
import type { Edited } from './values';

const loaders = import.meta.glob<{ default: ComponentType<Edited> }>('./*/Edit.tsx');

/** The editors by type, each loaded when it is first wanted. */
const editors = new Map(
  Object.entries(loaders).map(([path, load]) => [path.split('/')[1] ?? '', lazy(load)] as const),
);

/** Whether values of the type can be edited in place. */
export const canEdit = (type: string): boolean => editors.has(type);

/** Lets somebody change a value. */
export function Edit(edited: Edited) {
  const Editor = editors.get(edited.field.type);
  /* eslint-disable react-hooks/static-components -- each type has one editor for the life of the page */
  return Editor ? (
    <Suspense fallback={<span className={styles.wide} />}>
      <Editor {...edited} />
    </Suspense>
  ) : null;
  /* eslint-enable react-hooks/static-components */
}
