import { Cell, type CellOf } from './Cell';
import { ColumnHead, type ColumnActs } from './ColumnHead';
import { colourOf, type Column as Of, type Plan } from './plan';
import { useSeen } from './useSeen';
import styles from './Board.module.css';

interface Props extends CellOf {
  plan: Plan;
  column: Of;
  acts: ColumnActs;
}

/** Gives what stands in the column its colour. */
export const staged = (column: Of) => ({ '--stage': colourOf(column) }) as React.CSSProperties;

/** A column with everybody's cards. */
export function Column({ plan, column, acts, ...of }: Props) {
  const { ref, seen } = useSeen<HTMLDivElement>();
  const id = `column-${column.code}`;
  return (
    <div ref={ref} className={styles.column} style={staged(column)}>
      <Cell
        {...of}
        plan={plan}
        column={column}
        count={column.total?.count}
        seen={seen}
        label={column.label}
        labelledBy={id}
        className={styles.whole}
        head={<ColumnHead column={column} id={id} acts={acts} />}
      />
    </div>
  );
}
