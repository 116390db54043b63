import { ListFilter, Plus } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import { useKeys } from '@/ui/keys';
import { useNarrow } from '@/ui/useNarrow';
import type { View } from '../views/useView';
import type { Condition } from './chips';
import { Chips } from './Chips';
import type { Refusals } from './refusals';
import { at, newGroup, put, type Slot } from './slots';
import { useDraft } from './useDraft';
import styles from './Filter.module.css';

const load = () => import('./FilterPopover');
const FilterPopover = lazy(load);
const FilterSheet = lazy(() => import('./FilterSheet'));

interface Props {
  meta: ObjectMeta;
  view: Pick<View, 'filter' | 'filterBy'>;
  /** What of the filter the server does not take. */
  refusals: Refusals;
  /** What the button says that adds a condition, where none of a list is meant. */
  add?: string;
}

interface Editing {
  slot: Slot;
  anchor: HTMLElement;
  /** Whether the button that adds one opened it. */
  adding?: boolean;
}

/** The filter as sentences, each changed in place; on the phone one button that opens them. */
export function FilterBar({ meta, view, refusals, add: word }: Props) {
  const { t } = useTranslation('filter');
  const narrow = useNarrow();
  const draft = useDraft(view);
  const [editing, edit] = useState<Editing>();
  const [sheet, openSheet] = useState<HTMLElement>();
  const add = useRef<HTMLButtonElement>(null);
  const { chips } = draft;
  const close = () => {
    edit(undefined);
    draft.settle();
  };
  const addHere = (anchor: HTMLElement) => edit({ anchor, slot: [chips.length], adding: true });
  const button = narrow ? (
    <button
      ref={add}
      type="button"
      className={styles.quiet}
      data-on={chips.length > 0}
      aria-haspopup="dialog"
      onClick={(event) => openSheet(event.currentTarget)}
    >
      <ListFilter size={14} aria-hidden />
      {chips.length > 0 && word === undefined ? t('on', { n: chips.length }) : (word ?? t('add'))}
    </button>
  ) : (
    <button
      ref={add}
      type="button"
      className={styles.quiet}
      aria-haspopup="dialog"
      aria-expanded={editing?.adding === true}
      aria-keyshortcuts="f"
      onPointerEnter={() => prepare(load)}
      onClick={(event) => (editing ? close() : addHere(event.currentTarget))}
    >
      {chips.length === 0 ? <ListFilter size={14} aria-hidden /> : <Plus size={14} aria-hidden />}
      {word ?? t('add')}
    </button>
  );
  useKeys('view', { filter: () => add.current?.click() });
  const all = (
    <Chips
      meta={meta}
      chips={chips}
      refusals={refusals}
      editing={editing?.slot}
      onEdit={(slot, anchor) => edit({ slot, anchor })}
      onSet={draft.set}
    />
  );
  return (
    <div role="group" aria-label={t('bar')} className={styles.bar}>
      {!narrow && all}
      {button}
      {!narrow && chips.length > 1 && (
        <button type="button" className={styles.quiet} onClick={() => draft.set([])}>
          {t('clear')}
        </button>
      )}
      <Suspense fallback={null}>
        {sheet && narrow && (
          <FilterSheet
            anchor={sheet}
            onAdd={addHere}
            onClear={chips.length > 0 ? () => draft.set([]) : undefined}
            onClose={() => openSheet(undefined)}
          >
            {all}
          </FilterSheet>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {editing && (
          <FilterPopover
            key={editing.slot.join()}
            meta={meta}
            anchor={editing.anchor}
            condition={at(chips, editing.slot)}
            group={newGroup(chips, editing.slot)}
            onChange={(condition: Condition) => draft.change(put(chips, editing.slot, condition))}
            onGroup={() => edit({ ...editing, slot: [...editing.slot, 0] })}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}
