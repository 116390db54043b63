import { Pencil } from 'lucide-react';
import { Suspense, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareEdit } from '@/fields/Edit';
import { lazy, prepare } from '@/lib/lazy';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { isKey } from '@/ui/keys';
import { isForItself } from '@/ui/press';
import { useFocusAfter } from '@/ui/useFocusAfter';
import styles from './Table.module.css';

const load = () => import('../../editing/ValueEditor');
const ValueEditor = lazy(() => load().then((module) => ({ default: module.ValueEditor })));

/** Fetches what edits, whose row somebody has come to. */
export const prepareCells = (): void => prepare(load);

/** Types whose editors need more room than a line. */
const roomy = new Set(['long_text', 'rich_text', 'file', 'image', 'address']);

interface Props {
  object: string;
  entry: Entry;
  column: Field;
  /** Whether it says what the record is called. */
  naming: boolean;
  /** How it stands in its row. */
  attributes: object;
  /** Whether the person may change the value. */
  open: boolean;
  /** Whether somebody has come to its row. */
  active: boolean;
  editing: boolean;
  onEdit: (on: boolean) => void;
  /** What can be done with its record, at its end. */
  acts: ReactNode;
  children: ReactNode;
}

/** A value that is changed in its cell: the editor lies over it, so that nothing moves. */
export function Cell({
  object,
  entry,
  column,
  naming,
  attributes,
  open,
  active,
  editing,
  onEdit,
  acts,
  children,
}: Props) {
  const cell = useRef<HTMLDivElement>(null);
  const row = () => cell.current?.closest<HTMLElement>('[role=row]');
  useFocusAfter(editing, row);
  useEffect(() => {
    if (editing) {
      cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [editing]);
  const begin = () => onEdit(true);

  /** On to the next value of the row that can be changed; behind the last one, back to the row. */
  const step = (event: KeyboardEvent) => {
    const forth = isKey('list', 'next_cell', event.nativeEvent);
    if (!cell.current || !(forth || isKey('list', 'previous_cell', event.nativeEvent))) {
      return;
    }
    event.preventDefault();
    const cells = [...(row()?.querySelectorAll<HTMLElement>('[data-editable=true]') ?? [])];
    const next = cells[cells.indexOf(cell.current) + (forth ? 1 : -1)];
    const pencil = next?.querySelector<HTMLElement>('[data-edit]');
    if (pencil) {
      pencil.click();
    } else {
      (next?.querySelector<HTMLElement>('input, textarea, [contenteditable]') ?? row())?.focus();
    }
  };

  return (
    <div
      ref={cell}
      role={naming ? 'rowheader' : 'cell'}
      className={styles.cell}
      data-first={naming}
      data-editable={open}
      data-editing={editing}
      data-wide={roomy.has(column.type)}
      {...attributes}
      onPointerEnter={open ? () => prepareEdit(column.type) : undefined}
      onClick={open && !editing && !naming ? (event) => isForItself(event) && begin() : undefined}
    >
      {children}
      {open && active && !editing && <EditButton field={column} onPress={begin} />}
      {acts}
      {editing && (
        <div className={styles.editor}>
          <Suspense fallback={null}>
            <ValueEditor
              object={object}
              entry={entry}
              field={column}
              onEnd={() => onEdit(false)}
              onTab={step}
            />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** Drawn, as its words are fetched, only in the row that somebody has come to. */
function EditButton({ field, onPress }: { field: Field; onPress: () => void }) {
  const { t } = useTranslation('record');
  const label = t('edit_field', { field: say(field.label) });
  return (
    <button
      type="button"
      tabIndex={-1}
      data-edit
      className={styles.pencil}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <Pencil size={12} aria-hidden />
    </button>
  );
}
