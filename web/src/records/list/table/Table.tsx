import { useVirtualizer } from '@tanstack/react-virtual';
import { Suspense, useEffect, useRef, useState, useCallback, useMemo } from 'react';
import type { Unread as Rest } from '@/lib/further';
import { lazy } from '@/lib/lazy';
import { say, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { drawnWith } from '@/ui/drawn';
import { useKept, useKeptScroll } from '@/ui/kept';
import { useLook } from '@/ui/look';
import { Unread } from '@/ui/Unread';
import { useNarrow } from '@/ui/useNarrow';
import { leastWidth } from '../columns';
import { cardHeight } from './card';
import { Head } from './Head';
import { leftsOf } from './pinned';
import { Row } from './Row';
import { canTotal } from '../totals';
import type { Chosen } from '../useChosen';
import { useRowKeys } from './useRowKeys';
import type { View } from '../views/useView';
import styles from './Table.module.css';

const Foot = lazy(() => import('./Foot'));

interface Props {
  meta: ObjectMeta;
  view: View;
  entries: Entry[];
  chosen: Chosen;
  /** Whether there are rows that are not loaded. */
  more: boolean;
  /** Those rows, when they could not be read. */
  unread: Rest | undefined;
  /** Called when the last rows come into sight. */
  onEnd: () => void;
  /** Called with the first and the last row that are drawn. */
  onSeen: (first: string, last: string) => void;
}

const HEIGHT = { compact: 36, normal: 44 };
const CHECK = 44;
const AHEAD = 20;
const FOOT = 37;

/** Rows of which only those in sight are drawn; on the phone each is a card. */
export function Table({ meta, view, entries, chosen, more, unread, onEnd, onSeen }: Props) {
  const narrow = useNarrow();
  const look = useLook();
  const density = view.density ?? look.density;
  const scroll = useRef<HTMLDivElement>(null);
  const before = useKeptScroll(scroll, meta.name);
  const [at, setAt] = useKept(`${meta.name} row`, -1);
  const [widening, widen] = useState<{ path: string; width: number }>();
  const [kept, keep] = useState<readonly string[]>([]);
  const onKeep = useCallback(
    (id: string, on: boolean) => keep((all) => [...all.filter((each) => each !== id), ...(on ? [id] : [])]),
    [],
  );
  const totalled = entries.length > 0 && canTotal(view.columns);
  const height = narrow ? cardHeight(view.columns) : HEIGHT[density];
  // eslint-disable-next-line react-hooks/incompatible-library -- rows are positioned from what it answers in each drawing
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    initialOffset: before,
    overscan: 3,
    scrollPaddingEnd: totalled && !narrow ? FOOT : 0,
    rangeExtractor: useMemo(
      () => drawnWith(entries.flatMap(({ id }, index) => (kept.includes(id) ? [index] : []))),
      [entries, kept],
    ),
  });
  useEffect(() => rows.measure(), [rows, height]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= entries.length - AHEAD) {
      onEnd();
    }
  }, [more, last, entries.length, onEnd]);

  const [firstSeen, lastSeen] = [rows.range?.startIndex, rows.range?.endIndex].map(
    (index) => entries[index ?? 0]?.id,
  );
  useEffect(() => {
    if (firstSeen !== undefined && lastSeen !== undefined) {
      onSeen(firstSeen, lastSeen);
    }
  }, [firstSeen, lastSeen, entries, onSeen]);

  useRowKeys({ meta, entries, chosen, at, setAt, scroll, show: (index) => rows.scrollToIndex(index) });
  const widths = view.columns.map((column) => {
    const { width, fixed } = view.widthOf(column);
    const chosenWidth = widening?.path === column.name ? widening.width : undefined;
    const staying = view.pinned.size > 0 && (column.name === meta.name_field || view.pinned.has(column.name));
    const given = chosenWidth ?? width;
    return fixed || staying || chosenWidth !== undefined
      ? { width: given, least: given, share: `${given}px` }
      : { width, least: leastWidth(column, width), share: `${width}fr` };
  });
  const lefts = leftsOf(view, widths, CHECK);
  const template = widths.map(({ least, share }) => `minmax(${least}px, ${share})`);
  const least = widths.reduce((sum, each) => sum + each.least, CHECK);
  const stay = widths.reduce(
    (sum, { width }, i) => (i === 0 || lefts[i] !== undefined ? sum + width : sum),
    CHECK,
  );

  const totals = (at?: typeof lefts) =>
    totalled && (
      <Suspense fallback={null}>
        <Foot meta={meta} view={view} {...(at && { lefts: at })} />
      </Suspense>
    );
  const table = (
    <div ref={scroll} className={styles.scroll}>
      <div
        role="table"
        aria-label={say(meta.plural)}
        aria-rowcount={more ? -1 : entries.length + 1}
        className={styles.table}
        style={
          {
            '--columns': `${CHECK}px ${template.join(' ')}`,
            '--least': `${least}px`,
            '--stay': `${stay}px`,
          } as React.CSSProperties
        }
      >
        {!narrow && (
          <Head
            meta={meta}
            view={view}
            chosen={chosen}
            lefts={lefts}
            onWiden={(path, width, done) => {
              widen(done ? undefined : { path, width });
              if (done) {
                view.widen(path, width);
              }
            }}
          />
        )}
        <div role="rowgroup" className={styles.rows} style={{ height: rows.getTotalSize() }}>
          {shown.map((row) => {
            const entry = entries[row.index];
            return (
              entry && (
                <Row
                  key={entry.id}
                  meta={meta}
                  columns={view.columns}
                  lefts={lefts}
                  entry={entry}
                  index={row.index}
                  chosen={chosen}
                  at={row.index === at}
                  onAt={setAt}
                  onKeep={onKeep}
                  card={narrow}
                  top={row.start}
                  height={height}
                />
              )
            );
          })}
        </div>
        {!narrow && totals(lefts)}
      </div>
      {unread && <Unread {...unread} rest />}
    </div>
  );
  return (
    <>
      {narrow && totals()}
      {table}
    </>
  );
}
