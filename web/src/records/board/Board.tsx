import { DndContext, DragOverlay, type DragEndEvent, type DragStartEvent } from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry, Filter } from '@/lib/records';
import { itself, useKeys } from '@/ui/keys';
import { useNarrow } from '@/ui/useNarrow';
import { CardFace } from './Card';
import { cardFields, wantedOf } from './cardFields';
import { Column } from './Column';
import { isDealBoard, noStages, stagesOf, stagesQuery, verbOf } from './deals';
import { columnsOf, isWritable, type Landed, type Plan } from './plan';
import { totalsQuery } from './queries';
import type { Summed } from './totals';
import { under, useAccessibility, useNoClickAfter, useSensing } from './drag';
import { useMove } from './useMove';
import { walk } from './walk';
import styles from './Board.module.css';
import cardStyles from './Card.module.css';

const Ask = lazy(() => import('./Ask').then((module) => ({ default: module.Ask })));

/** Columns give way near the edge of the window only, and on the phone one after the other. */
const SCROLLING = { threshold: { x: 0.08, y: 0.12 }, acceleration: 8 };
const SLOWLY = { ...SCROLLING, acceleration: 3 };

interface Props {
  meta: ObjectMeta;
  by: Field;
  filter: Filter | undefined;
  sort: string;
  /** What cards tell besides the name; as usual when undefined. */
  card: Field[] | undefined;
}

interface Held {
  card: Entry;
  code: string;
}

/** What is shown of the cards, in which columns, and whether they may be moved. */
function usePlan({ meta, by, filter, sort, card }: Props) {
  const deals = isDealBoard(meta, by);
  const known = useQuery({ ...stagesQuery, enabled: deals });
  return useMemo(() => {
    const fields = cardFields(meta, by, card);
    const plan: Plan = { meta, by, filter, sort, fields: wantedOf(meta, by, fields) };
    const summed: Summed = { sum: fields.money?.name, weighted: fields.weighted?.name };
    const stages = deals ? stagesOf(known.data) : noStages;
    const loose =
      meta.can.update !== false && isWritable(by) && (!deals || verbOf(meta, 'move_stage')?.can !== false);
    return { plan, fields, summed, stages, loose };
  }, [meta, by, filter, sort, card, deals, known.data]);
}

/** Records as cards in columns that say how far they have come; a card moves on by being dragged. */
export function Board(props: Props) {
  const { t } = useTranslation('board');
  const { meta, by, sort } = props;
  const { plan, fields, summed, stages, loose } = usePlan(props);
  const { data: totals } = useQuery({
    ...totalsQuery(plan, summed),
    placeholderData: (before) => before,
  });
  const columns = useMemo(() => columnsOf(by, totals, stages.closes, t('none')), [by, totals, stages, t]);
  const { move, question, label, other, leaveOther } = useMove(plan, summed, stages);
  const [held, hold] = useState<Held>();
  const [leaving, leave] = useState<Held>();
  const [landed, land] = useState<Landed>();
  const narrow = useNarrow();
  const sensors = useSensing();
  const accessibility = useAccessibility();
  const ended = useNoClickAfter();
  const board = useRef<HTMLDivElement>(null);
  useKeys(
    'board',
    held
      ? { put_back: itself }
      : {
          next: () => walk(board.current, 0, 1),
          previous: () => walk(board.current, 0, -1),
          right: () => walk(board.current, 1, 0),
          left: () => walk(board.current, -1, 0),
          open: itself,
          ...(loose && { lift: itself, put_back: itself }),
        },
  );

  const start = ({ active }: DragStartEvent) => hold(active.data.current as Held | undefined);
  const end = ({ over, activatorEvent }: DragEndEvent) => {
    ended();
    hold(undefined);
    const to = over?.data.current?.code as string | undefined;
    if (held && to !== undefined && to !== held.code) {
      leave(held);
      land({ id: held.card.id, code: to, byKeys: activatorEvent instanceof KeyboardEvent });
      void move(held.card, held.code, to).finally(() => leave(undefined));
    }
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={under}
      autoScroll={narrow ? SLOWLY : SCROLLING}
      accessibility={accessibility}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={() => {
        ended();
        hold(undefined);
      }}
    >
      <div
        ref={board}
        role="group"
        aria-label={say(meta.plural)}
        className={styles.board}
        data-dragging={held !== undefined}
      >
        {columns.map((column) => (
          <Column
            key={column.code}
            plan={plan}
            column={column}
            sort={column.closed && fields.closed ? `-${fields.closed.name}` : sort}
            fields={fields}
            stages={stages}
            loose={loose}
            held={held?.code === column.code ? held.card.id : undefined}
            landed={landed?.code === column.code ? landed : undefined}
            leaving={leaving?.code === column.code ? leaving.card.id : undefined}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {held && (
          <div className={cardStyles.lifted}>
            <CardFace
              card={held.card}
              fields={fields}
              limit={stages.limit(held.card, held.code)}
              closed={stages.closes(held.code)}
            />
          </div>
        )}
      </DragOverlay>
      {other && (
        <Suspense fallback={null}>
          <other.Dialog meta={meta} entry={other.entry} onClose={leaveOther} />
        </Suspense>
      )}
      {question && (
        <Suspense fallback={null}>
          <Ask question={question} column={label(question.to)} />
        </Suspense>
      )}
    </DndContext>
  );
}
