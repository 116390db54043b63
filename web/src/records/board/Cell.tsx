import { useDndContext, useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stages } from '../brought';
import { Cards } from './Cards';
import type { CardFields } from './cardFields';
import { askedToClose } from '../path/ownPath';
import type { Column, Held, Landed, Plan } from './plan';
import styles from './Board.module.css';

/** What all cells of a board have in common. */
export interface CellOf {
  fields: CardFields;
  stages: Stages;
  /** Whether cards may be moved. */
  loose: boolean;
  /** How a column is sorted: what is finished goes by when that was. */
  sortOf: (column: Column) => string;
  held: Held | undefined;
  leaving: Held | undefined;
  landed: Landed | undefined;
}

interface Props extends CellOf {
  plan: Plan;
  column: Column;
  count: number | undefined;
  seen: boolean;
  label: string;
  labelledBy: string;
  className: string | undefined;
  head?: ReactNode;
}

/** The cards of a column, in a lane or in all: where cards are taken from and put. */
export function Cell({ plan, column, count, seen, label, labelledBy, className, head, ...of }: Props) {
  const { t } = useTranslation('board');
  const { active, over } = useDndContext();
  const { code } = column;
  const { lane } = plan;
  const from = active?.data.current as Held | undefined;
  const id = `${lane ?? ''}/${code}`;
  const { setNodeRef } = useDroppable({
    id,
    data: { code, label: column.label },
    // from one person's lane into another's would be to assign
    disabled: !column.open || (from !== undefined && from.lane !== lane),
  });
  const target = over?.id === id && from?.code !== code;
  const asked = column.closed ? askedToClose(plan.meta, plan.by, of.stages.status(code)) : [];
  const reopens = from !== undefined && of.stages.closes(from.code) && !column.closed;
  const hint = reopens
    ? t('will_reopen')
    : asked.length > 0 && t('will_ask', { what: asked.join(t('comma')) });
  const here = (card: { code: string; lane: Plan['lane'] } | undefined) =>
    card?.code === code && card.lane === lane;
  return (
    <section ref={setNodeRef} aria-labelledby={labelledBy} className={className} data-target={target}>
      {head}
      <div className={styles.body}>
        {target && hint && <p className={styles.hint}>{hint}</p>}
        <Cards
          plan={plan}
          code={code}
          label={label}
          sort={of.sortOf(column)}
          closed={column.closed}
          fields={of.fields}
          stages={of.stages}
          loose={of.loose}
          count={count}
          seen={seen}
          held={here(of.held) ? of.held?.card.id : undefined}
          landed={here(of.landed) ? of.landed : undefined}
          leaving={here(of.leaving) ? of.leaving?.card.id : undefined}
        />
      </div>
    </section>
  );
}
