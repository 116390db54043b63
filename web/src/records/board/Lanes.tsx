import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import { Face } from '@/ui/Face';
import { Cell, type CellOf } from './Cell';
import { heightOf } from './cardFields';
import { staged } from './Column';
import { ColumnHead, Sum, type ColumnActs } from './ColumnHead';
import type { Column, Plan } from './plan';
import { laneTotal, type Lane as Of } from './totals';
import { useSeen } from './useSeen';
import styles from './Board.module.css';

interface Props extends CellOf {
  plan: Plan;
  columns: Column[];
  acts: ColumnActs;
  lanes: readonly Of[];
  /** Whether there are more lanes than are shown. */
  more: boolean;
}

const GAP = 8;
/** So many cards stand in a lane under each other; the others are scrolled to. */
const MOST = 3;
/** What shows that there is another one. */
const PEEP = 24;

/** The board in rows, one for each person, under the heads of its columns. */
export function Lanes({ plan, columns, acts, lanes, more, ...of }: Props) {
  const { t } = useTranslation('board');
  return (
    <>
      <div className={styles.heads}>
        {columns.map((column) => (
          <div key={column.code} className={styles.column} style={staged(column)}>
            <ColumnHead column={column} id={`column-${column.code}`} acts={acts} />
          </div>
        ))}
      </div>
      {lanes.map((lane) => (
        <Lane key={lane.id ?? ''} {...of} plan={plan} columns={columns} lane={lane} />
      ))}
      {more && <p className={styles.more}>{t('more_lanes')}</p>}
    </>
  );
}

interface LaneProps extends CellOf {
  plan: Plan;
  columns: Column[];
  lane: Of;
}

function Lane({ plan, columns, lane, ...of }: LaneProps) {
  const { t } = useTranslation('board');
  const { ref, seen } = useSeen<HTMLElement>();
  const { id: whose, totals } = lane;
  const own = useMemo(() => ({ ...plan, lane: whose }), [plan, whose]);
  const all = laneTotal(lane);
  const name = lane.name === '' ? t('nobody') : lane.name;
  const countOf = (code: string) => totals[code]?.count ?? 0;
  const fullest = Math.max(1, ...columns.map(({ code }) => countOf(code)));
  const rows = Math.min(fullest, MOST);
  const height = rows * (heightOf(of.fields) + GAP) + GAP + (fullest > MOST ? PEEP : 0);
  const id = `lane-${whose ?? ''}`;
  return (
    <section ref={ref} aria-labelledby={id} className={styles.lane}>
      <header className={styles.laneHead}>
        {whose !== null && <Face name={name} size={20} />}
        <h3 id={id} className={styles.whose}>
          {name}
        </h3>
        <span className={styles.laneCount}>{number(all.count)}</span>
        <Sum sum={all.sum} />
      </header>
      <div className={styles.cells} style={{ height }}>
        {seen &&
          columns.map((column) => (
            <Cell
              key={column.code}
              {...of}
              plan={own}
              column={column}
              count={countOf(column.code)}
              seen
              label={`${name} · ${column.label}`}
              labelledBy={`${id} column-${column.code}`}
              className={styles.cell}
            />
          ))}
      </div>
    </section>
  );
}
