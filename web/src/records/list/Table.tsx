import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Show } from '@/fields/Show';
import { isNumeric } from '@/fields/values';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordQuery, type Entry } from '@/lib/records';
import { useKeys } from '@/ui/keys';
import { useLook } from '@/ui/look';
import { useNarrow } from '@/ui/useNarrow';
import { usualWidth } from './columns';
import type { View } from './useView';
import styles from './Table.module.css';

interface Props {
  meta: ObjectMeta;
  view: View;
  entries: Entry[];
  /** Whether there are rows that are not loaded. */
  more: boolean;
  /** Called when the last rows come into sight. */
  onEnd: () => void;
}

const HEIGHT = { compact: 36, normal: 44 };
const CARD = 84;
const AHEAD = 20;

/** Rows of which only those in sight are drawn; on the phone each is a card. */
export function Table({ meta, view, entries, more, onEnd }: Props) {
  const narrow = useNarrow();
  const { density } = useLook();
  const navigate = useNavigate();
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const height = narrow ? CARD : HEIGHT[density];
  // eslint-disable-next-line react-hooks/incompatible-library -- rows are positioned from what it answers in each drawing
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
  });
  useEffect(() => rows.measure(), [rows, height]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= entries.length - AHEAD) {
      onEnd();
    }
  }, [more, last, entries.length, onEnd]);

  const step = (by: number) => {
    const to = Math.min(Math.max(at + by, 0), entries.length - 1);
    setAt(to);
    rows.scrollToIndex(to);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    enter: () => {
      const entry = entries[at];
      if (entry) {
        void navigate(`/${meta.name}/${entry.id}`);
      }
    },
  });
  const template = view.columns
    .map((column) => {
      const naming = column.name === meta.name_field;
      const width = usualWidth(column, naming);
      return naming ? `minmax(${width}px, 1fr)` : `${width}px`;
    })
    .join(' ');

  return (
    <div ref={scroll} className={styles.scroll}>
      <div
        role="table"
        aria-label={say(meta.plural)}
        aria-rowcount={more ? -1 : entries.length + 1}
        className={styles.table}
        style={{ '--columns': template } as React.CSSProperties}
      >
        {!narrow && <Head meta={meta} view={view} />}
        <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map((row) => {
            const entry = entries[row.index];
            return (
              entry && (
                <Row
                  key={entry.id}
                  meta={meta}
                  columns={view.columns}
                  entry={entry}
                  index={row.index}
                  chosen={row.index === at}
                  card={narrow}
                  top={row.start}
                  height={height}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Head({ meta, view }: Pick<Props, 'meta' | 'view'>) {
  const { t } = useTranslation('list');
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.row}>
        {view.columns.map((column) => {
          const up = view.sort === column.name;
          const down = view.sort === `-${column.name}`;
          const label = say(column.label);
          return (
            <div
              key={column.name}
              role="columnheader"
              aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}
              className={styles.cell}
              data-numeric={isNumeric(column.type)}
              data-first={column.name === meta.name_field}
            >
              {column.sortable ? (
                <button
                  type="button"
                  className={styles.sort}
                  title={t('sort_by', { field: label })}
                  onClick={() => view.sortBy(column.name)}
                >
                  {label}
                  {up && <ArrowUp size={12} aria-hidden />}
                  {down && <ArrowDown size={12} aria-hidden />}
                </button>
              ) : (
                label
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  meta: ObjectMeta;
  columns: Field[];
  entry: Entry;
  index: number;
  chosen: boolean;
  card: boolean;
  top: number;
  height: number;
}

const ON_CARD = 4;

function Row({ meta, columns, entry, index, chosen, card, top, height }: RowProps) {
  const queries = useQueryClient();
  const style = { transform: `translateY(${top}px)`, height };
  const prefetch = () => void queries.query(recordQuery(meta.name, entry.id)).catch(() => undefined);
  const cells = card ? columns.slice(0, ON_CARD + 1) : columns;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={card ? styles.card : styles.row}
      data-at={chosen}
      data-body
      style={style}
      onMouseEnter={prefetch}
    >
      {cells.map((column) => {
        const naming = column.name === meta.name_field;
        const value = entry[column.name];
        return (
          <div
            key={column.name}
            role={naming ? 'rowheader' : 'cell'}
            className={styles.cell}
            data-numeric={!card && isNumeric(column.type)}
            data-first={naming}
          >
            {naming ? (
              <Link to={`/${meta.name}/${entry.id}`} className={styles.name} onFocus={prefetch}>
                {typeof value === 'string' && value !== '' ? value : '—'}
              </Link>
            ) : (
              <Show field={column} value={value} />
            )}
          </div>
        );
      })}
    </div>
  );
}
