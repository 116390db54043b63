import { useDndContext, useDroppable } from '@dnd-kit/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { briefMoney, moneyText, number } from '@/lib/format';
import type { Money } from '@/lib/records';
import { Cards } from './Cards';
import type { CardFields } from './cardFields';
import { askedToClose, isDealBoard, type Stages } from './deals';
import type { Column as Of, Landed, Plan } from './plan';
import styles from './Board.module.css';

interface Props {
  plan: Plan;
  column: Of;
  sort: string;
  fields: CardFields;
  stages: Stages;
  loose: boolean;
  held: string | undefined;
  leaving: string | undefined;
  landed: Landed | undefined;
}

const MARGIN = '0px 400px';

/** Whether the column has ever been near the window. */
function useSeen() {
  const ref = useRef<HTMLElement>(null);
  const [seen, see] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) {
          see(true);
          watch.disconnect();
        }
      },
      { rootMargin: MARGIN },
    );
    if (ref.current) {
      watch.observe(ref.current);
    }
    return () => watch.disconnect();
  }, []);
  return { ref, seen };
}

const worth = (sum: Money | undefined): sum is Money => sum !== undefined && Number(sum.amount) !== 0;

function Sum({ sum, label }: { sum: Money; label?: string }) {
  return (
    <span title={moneyText(sum)}>
      {label && <span className={styles.of}>{label}</span>}
      {briefMoney(Number(sum.amount), sum.currency)}
    </span>
  );
}

/** What stands at a column's head, and what it will ask of a card that is held over it. */
function Head({ column, id }: { column: Of; id: string }) {
  const { t } = useTranslation('board');
  const { total } = column;
  return (
    <header className={styles.head}>
      <h2 id={id} className={styles.title}>
        <span className={styles.label}>{column.label}</span>
        {total && <span className={styles.count}>{number(total.count)}</span>}
      </h2>
      {total && worth(total.sum) && (
        <p className={styles.sums}>
          <Sum sum={total.sum} />
          {!column.closed && worth(total.weighted) && <Sum sum={total.weighted} label={t('weighted')} />}
        </p>
      )}
    </header>
  );
}

export function Column({ plan, column, sort, fields, stages, loose, held, leaving, landed }: Props) {
  const { t } = useTranslation('board');
  const { ref, seen } = useSeen();
  const { active, over } = useDndContext();
  const id = `column-${column.code}`;
  const { setNodeRef } = useDroppable({
    id,
    data: { code: column.code, label: column.label },
    disabled: !column.open,
  });
  const from = active?.data.current?.code as string | undefined;
  const target = over?.id === id && from !== column.code;
  const deals = isDealBoard(plan.meta, plan.by);
  const asked = deals && column.closed ? askedToClose(plan.meta, stages.status(column.code)) : [];
  const reopens = from !== undefined && stages.closes(from) && !column.closed;
  const hint = reopens
    ? t('will_reopen')
    : asked.length > 0 && t('will_ask', { what: asked.join(t('comma')) });
  return (
    <section
      ref={(node) => {
        ref.current = node;
        setNodeRef(node);
      }}
      aria-labelledby={`${id}-name`}
      className={styles.column}
      data-target={target}
      style={{ '--stage': `var(--tag-${column.colour}-text)` } as React.CSSProperties}
    >
      <Head column={column} id={`${id}-name`} />
      <div className={styles.body}>
        {target && hint && <p className={styles.hint}>{hint}</p>}
        <Cards
          plan={plan}
          code={column.code}
          label={column.label}
          sort={sort}
          closed={column.closed}
          fields={fields}
          stages={stages}
          loose={loose}
          seen={seen}
          held={held}
          leaving={leaving}
          landed={landed}
        />
      </div>
    </section>
  );
}
