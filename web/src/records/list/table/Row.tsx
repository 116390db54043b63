import { memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Show } from '@/fields/Show';
import { isEmpty, isNumeric } from '@/fields/values';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { aboutMark } from '../../writing/about';
import { needsLabel } from '../../telling';
import { usePrefetch } from '../../usePrefetch';
import { cardOf } from './card';
import { Cell, prepareCells } from './Cell';
import { Check } from './Check';
import { isChangedInCell } from '../columns';
import { stays } from './pinned';
import { isOverdue, tickOf } from '../../ownTick';
import { RowActs } from './RowActs';
import { Tick } from '../../Tick';
import type { Chosen } from '../useChosen';
import { useEditing } from './useEditing';
import styles from './Table.module.css';

interface Props {
  meta: ObjectMeta;
  columns: Field[];
  /** How far from the left edge columns stay, those that do. */
  lefts: (number | undefined)[];
  entry: Entry;
  index: number;
  chosen: Chosen;
  /** Whether the keyboard is at it. */
  at: boolean;
  onAt: (index: number) => void;
  /** Called when the row must stay drawn, and when it need not any more. */
  onKeep: (id: string, keep: boolean) => void;
  card: boolean;
  top: number;
  height: number;
}

const LONG = 450;

/** Whether a row would be drawn as it is: columns are told by their names, what is chosen as a whole. */
function isSame(before: Props, now: Props): boolean {
  const { columns, lefts, chosen, ...rest } = now;
  return (
    Object.entries(rest).every(([name, value]) => Object.is(before[name as keyof Props], value)) &&
    chosen.selection === before.chosen.selection &&
    chosen.choosing === before.chosen.choosing &&
    columns.length === before.columns.length &&
    columns.every(({ name }, i) => name === before.columns[i]?.name && lefts[i] === before.lefts[i])
  );
}

/** A record, on the phone as a card that is chosen by a long press; of many only those are drawn again that are another. */
export const Row = memo(function Row(props: Props) {
  const { meta, columns, lefts, entry, index, chosen, at, onAt, onKeep, card, top, height } = props;
  const { t } = useTranslation('list');
  const prefetch = usePrefetch(meta.name, entry.id);
  const name = entry[meta.name_field];
  const called = typeof name === 'string' && name !== '' ? name : '—';
  const held = chosen.has(entry.id);
  const touch = useTouch(chosen, entry.id);
  const [hovered, hover] = useState(false);
  const editing = useEditing(entry.id, onKeep);
  const tick = tickOf(meta);
  const active = !card && (hovered || at);
  const box = (
    <div role="cell" className={styles.check}>
      <Check
        label={t('select', { name: called })}
        share={held ? 'all' : 'none'}
        onToggle={(ranging) => (ranging ? chosen.range : chosen.toggle)(entry.id)}
      />
    </div>
  );
  const cell = (column: Field, i: number) => {
    const naming = column.name === meta.name_field;
    return (
      <Cell
        key={column.name}
        object={meta.name}
        entry={entry}
        column={column}
        naming={naming}
        attributes={card ? {} : { ...stays(lefts[i]), 'data-numeric': isNumeric(column.type) }}
        open={!card && isChangedInCell(meta, column)}
        active={active}
        editing={editing.has(column.name)}
        onEdit={(on) => editing.edit(column.name, on)}
        acts={naming && active && !editing.busy && <RowActs meta={meta} entry={entry} name={called} />}
      >
        {naming && tick && <Tick meta={meta} entry={entry} tick={tick} name={called} />}
        {naming ? (
          <Link to={`/${meta.name}/${entry.id}`} dir="auto" className={styles.name} onFocus={prefetch.now}>
            {called}
          </Link>
        ) : (
          <>
            {card && needsLabel(column) && !isEmpty(entry[column.name]) && (
              <small className={styles.called}>{say(column.label)}</small>
            )}
            {isOverdue(meta, entry, column.name) ? (
              <span className={styles.late}>
                <span className="sr-only">{t('overdue')} </span>
                <Show field={column} value={entry[column.name]} line />
              </span>
            ) : (
              <Show field={column} value={entry[column.name]} line />
            )}
          </>
        )}
      </Cell>
    );
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={held}
      className={card ? styles.card : styles.row}
      data-at={at}
      data-chosen={held}
      data-choosing={chosen.choosing}
      data-busy={editing.busy}
      data-body
      {...aboutMark(meta.name, entry.id)}
      style={{ transform: `translateY(${top}px)`, height }}
      tabIndex={at ? 0 : -1}
      onFocus={() => {
        onAt(index);
        prepareCells();
      }}
      data-peeks={!card}
      onMouseEnter={() => {
        prefetch.enter();
        prepareCells();
        hover(true);
      }}
      onMouseLeave={() => {
        prefetch.leave();
        hover(false);
      }}
      {...(card && touch)}
    >
      {!card && box}
      {card
        ? cardOf(columns).map((place) =>
            place.length === 1 ? (
              place.map(cell)
            ) : (
              <div key={place[0]?.name} role="none" className={styles.together}>
                {place.map(cell)}
              </div>
            ),
          )
        : columns.map(cell)}
      {card && chosen.choosing && box}
    </div>
  );
}, isSame);

/** A long press chooses; once one is choosing, a tap does. */
function useTouch(chosen: Chosen, id: string) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const long = useRef(false);
  const release = () => clearTimeout(timer.current);
  return {
    onTouchStart: () => {
      long.current = false;
      timer.current = setTimeout(() => {
        long.current = true;
        chosen.toggle(id);
      }, LONG);
    },
    onTouchMove: release,
    onTouchEnd: release,
    onTouchCancel: release,
    onContextMenu: (event: React.MouseEvent) => event.preventDefault(),
    onClickCapture: (event: React.MouseEvent) => {
      const onBox = event.target instanceof Element && event.target.closest('label') !== null;
      if (!long.current && (onBox || !chosen.choosing)) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (!long.current) {
        chosen.toggle(id);
      }
      long.current = false;
    },
  };
}
