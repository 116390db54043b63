import { DndContext, DragOverlay, type DragEndEvent, type DragStartEvent } from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy } from '@/lib/lazy';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { sessionQuery } from '@/lib/session';
import { useNarrow } from '@/ui/useNarrow';
import { CardFace } from './Card';
import { cardFields, wantedOf } from './cardFields';
import { Column } from './Column';
import { useStages } from '../path/ownPath';
import { canHold, columnsOf, type Column as Of, type Held, type Landed, type Plan } from './plan';
import { Lanes } from './Lanes';
import { totalsQuery } from './queries';
import { columnTotals, inOrder, type Summed } from './totals';
import { isLoose, isWritable } from '../path/move';
import { under, useAccessibility, useNoClickAfter, useSensing } from './drag';
import { useBoardKeys } from './useBoardKeys';
import { useMove } from './useMove';
import styles from './Board.module.css';
import cardStyles from './Card.module.css';

const Ask = lazy(() => import('../path/Ask').then((module) => ({ default: module.Ask })));
const CreateDrawer = lazy(() =>
  import('../form/CreateDrawer').then((module) => ({ default: module.CreateDrawer })),
);

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
  /** Whose cards stand in a row of their own, if they do. */
  lanes: Field | undefined;
  /** How many cards columns had better hold at most. */
  limits: Readonly<Record<string, number>> | undefined;
  onLimits: (limits: Record<string, number> | undefined) => void;
}

const NO_LIMITS: Readonly<Record<string, number>> = {};

/** What is shown of the cards, in which columns, and whether they may be moved. */
function usePlan({ meta, by, filter, sort, card, lanes }: Props) {
  const stages = useStages(meta, by);
  return useMemo(() => {
    const fields = cardFields(meta, by, card);
    const plan: Plan = { meta, by, filter, sort, fields: wantedOf(meta, by, fields), lanes };
    const summed: Summed = { sum: fields.money?.name, weighted: fields.weighted?.name };
    return { plan, fields, summed, stages, loose: isLoose(plan) };
  }, [meta, by, filter, sort, card, lanes, stages]);
}

/** Records as cards in columns that say how far they have come; a card moves on by being dragged. */
export function Board(props: Props) {
  const { t } = useTranslation('board');
  const { meta, by, filter, sort, limits = NO_LIMITS } = props;
  const { plan, fields, summed, stages, loose } = usePlan(props);
  const { data: session } = useQuery(sessionQuery);
  const { data: totals } = useQuery({
    ...totalsQuery(plan, summed),
    placeholderData: (before) =>
      before?.lanes.some(({ id }) => id === undefined) === (plan.lanes === undefined) ? before : undefined,
  });
  const columns = useMemo(
    () =>
      columnsOf(by, totals && columnTotals(totals), stages, t('none')).filter(({ code }) =>
        canHold(by, filter, code),
      ),
    [by, filter, totals, stages, t],
  );
  const { move, question, label, other, leaveOther } = useMove(plan, summed, stages);
  const [held, hold] = useState<Held>();
  const [leaving, leave] = useState<Held>();
  const [landed, land] = useState<Landed>();
  const [creating, create] = useState<string>();
  const narrow = useNarrow();
  const sensors = useSensing();
  const accessibility = useAccessibility();
  const ended = useNoClickAfter();
  const board = useRef<HTMLDivElement>(null);
  const peeking = useBoardKeys({ object: meta.name, board, held: held !== undefined, loose });
  const me = session && 'id' in session.user ? session.user.id : undefined;

  const start = ({ active }: DragStartEvent) => hold(active.data.current as Held | undefined);
  const end = ({ over, activatorEvent }: DragEndEvent) => {
    ended();
    hold(undefined);
    const to = over?.data.current?.code as string | undefined;
    if (held && to !== undefined && to !== held.code) {
      const { card, lane } = held;
      leave(held);
      land({ id: card.id, code: to, lane, byKeys: activatorEvent instanceof KeyboardEvent });
      void move(held, to).finally(() => leave(undefined));
    }
  };
  const mayCreate = meta.can.create === true && isWritable(by);
  const acts = {
    limits,
    onLimit: (code: string, limit: number | undefined) => {
      const others = Object.entries(limits).filter(([each]) => each !== code);
      const all = limit === undefined ? others : [...others, [code, limit] as const];
      props.onLimits(all.length > 0 ? Object.fromEntries(all) : undefined);
    },
    onCreate: mayCreate ? create : undefined,
  };
  const of = {
    plan,
    fields,
    stages,
    loose,
    sortOf: ({ closed }: Of) => (closed && fields.closed ? `-${fields.closed.name}` : sort),
    held,
    leaving,
    landed,
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
        onKeyDown={peeking}
        aria-label={say(meta.plural)}
        className={styles.board}
        data-dragging={held !== undefined}
        data-lanes={plan.lanes !== undefined}
      >
        {plan.lanes ? (
          <Lanes
            {...of}
            columns={columns}
            acts={acts}
            lanes={totals ? inOrder(totals.lanes, me) : []}
            more={totals?.more === true}
          />
        ) : (
          columns.map((column) => <Column key={column.code} {...of} column={column} acts={acts} />)
        )}
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
      <Suspense fallback={null}>
        {other && <other.Dialog meta={meta} entry={other.entry} onClose={leaveOther} />}
        {question && <Ask meta={meta} by={plan.by} question={question} column={label(question.to)} />}
        {creating !== undefined && (
          <CreateDrawer
            meta={meta}
            preset={{ [by.name]: creating === '' ? null : creating }}
            stay
            onClose={() => create(undefined)}
          />
        )}
      </Suspense>
    </DndContext>
  );
}
