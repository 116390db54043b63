import { ListFilter, Plus } from 'lucide-react';
import { Fragment, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import { useKeys } from '@/ui/keys';
import { useNarrow } from '@/ui/useNarrow';
import { useReach } from '../reach';
import type { View } from '../useView';
import { ConditionChip, OpaqueChip, Remove } from './Chip';
import { conditionsOf, type Condition } from './chips';
import { keyOf, type Refusals } from './refusals';
import { at, drop, put, type Slot } from './slots';
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
}

interface Editing extends Slot {
  anchor: HTMLElement;
  /** Whether the button that adds one opened it. */
  adding?: boolean;
}

/** The filter as sentences, each changed in place; on the phone one button that opens them. */
export function FilterBar({ meta, view, refusals }: Props) {
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
  const addHere = (anchor: HTMLElement) => edit({ anchor, i: chips.length, adding: true });
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
      {chips.length > 0 ? t('on', { n: chips.length }) : t('add')}
    </button>
  ) : (
    <button
      ref={add}
      type="button"
      className={styles.quiet}
      aria-haspopup="dialog"
      aria-expanded={editing?.adding === true}
      aria-keyshortcuts="f"
      onPointerEnter={() => void load()}
      onClick={(event) => (editing ? close() : addHere(event.currentTarget))}
    >
      {chips.length === 0 ? <ListFilter size={14} aria-hidden /> : <Plus size={14} aria-hidden />}
      {t('add')}
    </button>
  );
  useKeys('view', { filter: () => add.current?.click() });
  const all = <Chips meta={meta} draft={draft} refusals={refusals} editing={editing} edit={edit} />;
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
            key={`${editing.i} ${editing.j}`}
            meta={meta}
            anchor={editing.anchor}
            condition={at(chips, editing)}
            onChange={(condition: Condition) => draft.change(put(chips, editing, condition))}
            onGroup={editing.j === undefined ? () => edit({ ...editing, j: 0 }) : undefined}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}

interface ChipsProps {
  meta: ObjectMeta;
  draft: ReturnType<typeof useDraft>;
  refusals: Refusals;
  editing: Editing | undefined;
  edit: (editing: Editing | undefined) => void;
}

function Chips({ meta, draft, refusals, editing, edit }: ChipsProps) {
  const { t } = useTranslation('filter');
  const { chips } = draft;
  const reach = useReach(
    meta,
    conditionsOf(chips).map((condition) => condition.field),
  );
  const one = (condition: Condition, slot: Slot) => (
    <ConditionChip
      condition={condition}
      reached={reach(condition.field)}
      reason={refusals[keyOf(condition)]}
      open={editing?.i === slot.i && editing.j === slot.j}
      onOpen={(anchor) => edit({ ...slot, anchor })}
      onRemove={() => draft.set(drop(chips, slot))}
    />
  );
  return chips.map((chip, i) => {
    if (chip.kind === 'opaque') {
      return (
        <OpaqueChip
          key={i}
          reason={refusals[keyOf(chip.filter)]}
          onRemove={() => draft.set(drop(chips, { i }))}
        />
      );
    }
    return chip.kind === 'one' ? (
      <Fragment key={i}>{one(chip.condition, { i })}</Fragment>
    ) : (
      <span key={i} role="group" aria-label={t('any')} className={styles.group}>
        {t('any')}
        {chip.of.map((condition, j) => (
          <Fragment key={j}>
            {j > 0 && <span className={styles.or}>{t('or')}</span>}
            {one(condition, { i, j })}
          </Fragment>
        ))}
        <button
          type="button"
          className={styles.quiet}
          aria-label={t('add_condition')}
          title={t('add_condition')}
          onClick={(event) => edit({ i, j: chip.of.length, anchor: event.currentTarget })}
        >
          <Plus size={14} aria-hidden />
        </button>
        <Remove name={t('any')} onRemove={() => draft.set(drop(chips, { i }))} />
      </span>
    );
  });
}
