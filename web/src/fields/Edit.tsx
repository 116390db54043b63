import { Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import { say, type Field } from '@/lib/meta';
import styles from './fields.module.css';
import { fitting, neededFirst, type Among } from './fitting';
import type { Edited } from './values';

const loaders = import.meta.glob<{ default: ComponentType<Edited> }>('./*/Edit.tsx');

/** The editors by type, each loaded when it is first wanted. */
const editors = new Map(
  Object.entries(loaders).map(([path, load]) => [path.split('/')[1] ?? '', lazy(load)] as const),
);

/** Whether values of the type can be edited in place. */
export const canEdit = (type: string): boolean => editors.has(type);

/** Fetches the editor of a type that is likely to be wanted in a moment. */
export const prepareEdit = (type: string): void => {
  const load = loaders[`./${type}/Edit.tsx`];
  if (load) {
    prepare(load);
  }
};

/** Whether the person may change the field in place, in records that may be changed. */
export const isEditable = (field: Field): boolean =>
  !field.read_only && !field.fixed && field.access === 'write' && canEdit(field.type);

/** Lets somebody change a value; in a record only what fits the rest of it is offered. */
export function Edit({ among, ...edited }: Edited & { among?: Among | undefined }) {
  const { t } = useTranslation();
  const Editor = editors.get(edited.field.type);
  const first = among && neededFirst(edited.field, among);
  /* eslint-disable react-hooks/static-components -- each type has one editor for the life of the page */
  return Editor ? (
    <Suspense fallback={<span className={styles.wide} />}>
      <Editor
        {...edited}
        field={among ? fitting(edited.field, among.values) : edited.field}
        {...(first && { placeholder: t('choose_first', { field: say(first.label) }) })}
      />
    </Suspense>
  ) : null;
  /* eslint-enable react-hooks/static-components */
}
