import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isNumeric } from '@/fields/values';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { Check } from './Check';
import { stays } from './pinned';
import { keyOf, sortedBy, sortedFurther } from '../sorting';
import type { Chosen } from '../useChosen';
import type { View } from '../views/useView';
import styles from './Table.module.css';

interface Props {
  meta: ObjectMeta;
  view: View;
  chosen: Chosen;
  /** How far from the left edge columns stay, those that do. */
  lefts: (number | undefined)[];
  /** Draws the column that wide; for good when the hand lets go. */
  onWiden: (path: string, width: number, done: boolean) => void;
}

/** Names of the columns: a click sorts, an edge widens. */
export function Head({ meta, view, chosen, lefts, onWiden }: Props) {
  const { t } = useTranslation('list');
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.row} data-choosing={chosen.choosing}>
        <div role="columnheader" className={styles.check}>
          <Check label={t('select_all')} share={chosen.share} onToggle={chosen.toggleLoaded} />
        </div>
        {view.columns.map((column, i) => (
          <HeadCell
            key={column.name}
            column={column}
            naming={column.name === meta.name_field}
            view={view}
            left={lefts[i]}
            onWiden={onWiden}
          />
        ))}
      </div>
    </div>
  );
}

interface CellProps {
  column: Field;
  naming: boolean;
  view: View;
  left: number | undefined;
  onWiden: Props['onWiden'];
}

function HeadCell({ column, naming, view, left, onWiden }: CellProps) {
  const { t } = useTranslation('list');
  const label = say(column.label);
  const place = view.sort.findIndex((text) => keyOf(text).path === column.name);
  const down = keyOf(view.sort[place] ?? '').down;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={place < 0 ? 'none' : down ? 'descending' : 'ascending'}
      className={styles.cell}
      data-numeric={isNumeric(column.type)}
      data-first={naming}
      {...stays(left)}
    >
      {column.sortable ? (
        <button
          type="button"
          className={styles.sort}
          title={`${t('sort_by', { field: label })}\n${t('sort_more')}`}
          onClick={(event) =>
            view.sortBy((event.shiftKey ? sortedFurther : sortedBy)(view.sort, column.name))
          }
        >
          <span className={styles.label}>{label}</span>
          {place >= 0 && <Arrow size={12} aria-hidden />}
          {place >= 0 && view.sort.length > 1 && <span className={styles.order}>{place + 1}</span>}
        </button>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
      <Edge
        label={t('column_width', { field: label })}
        width={view.widthOf(column).width}
        onWiden={(width, done) => onWiden(column.name, width, done)}
        onUsual={() => view.widen(column.name, undefined)}
      />
    </div>
  );
}

interface EdgeProps {
  label: string;
  width: number;
  onWiden: (width: number, done: boolean) => void;
  onUsual: () => void;
}

const LEAST = 64;
const STEP = 16;

/** Dragged, or moved by ← and →; a double click gives the usual width back. */
function Edge({ label, width, onWiden, onUsual }: EdgeProps) {
  const from = useRef<{ x: number; width: number }>(undefined);
  const widthOf = (edge: HTMLElement) => edge.parentElement?.offsetWidth ?? LEAST;
  const dragged = (x: number) => Math.max(LEAST, (from.current?.width ?? LEAST) + x - (from.current?.x ?? x));
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      tabIndex={0}
      className={styles.edge}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: widthOf(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        if (from.current && event.clientX !== from.current.x) {
          onWiden(dragged(event.clientX), false);
        }
      }}
      onPointerUp={(event) => {
        if (from.current && event.clientX !== from.current.x) {
          onWiden(dragged(event.clientX), true);
        }
        from.current = undefined;
      }}
      onDoubleClick={onUsual}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowRight' ? STEP : event.key === 'ArrowLeft' ? -STEP : 0;
        if (by !== 0) {
          event.preventDefault();
          onWiden(Math.max(LEAST, widthOf(event.currentTarget) + by), true);
        }
      }}
    />
  );
}
