import type { Schemas } from '@/lib/api';
import { negated, plus as sumOf } from '@/lib/decimal';
import { language } from '@/lib/i18n';
import type { Entry, Money } from '@/lib/records';
import { isMoney } from '@/lib/reports';
import { labelOf } from '../values';
import { NONE } from '../path/move';

/** What stands in a column. */
export interface Total {
  count: number;
  sum?: Money;
  weighted?: Money;
}

/** By the code of the column. */
export type Totals = Readonly<Record<string, Total>>;

/** Whose cards stand in a row of their own: a person's, those of nobody, or everybody's in the only one. */
export interface Lane {
  /** The person's id, null for nobody, undefined for everybody. */
  id: string | null | undefined;
  name: string;
  totals: Totals;
}

export interface BoardTotals {
  lanes: readonly Lane[];
  /** Whether there are more lanes than were read. */
  more: boolean;
}

/** Which fields of a card are added up. */
export interface Summed {
  sum?: string | undefined;
  weighted?: string | undefined;
}

const ownerOf = (value: unknown): Pick<Lane, 'id' | 'name'> => ({
  id: typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null,
  name: labelOf(value),
});

/** The report's rows, each by its group; with lanes the second group is whose they are. */
export function totalsOf(
  { columns, rows, more = false }: Pick<Schemas['Report'], 'columns' | 'rows'> & { more?: boolean },
  laned = false,
): BoardTotals {
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  const [count, sum, weighted] = [place('n'), place('sum'), place('weighted')];
  const lanes = new Map<string | null | undefined, Lane & { totals: Record<string, Total> }>();
  if (!laned) {
    lanes.set(undefined, { id: undefined, name: '', totals: {} });
  }
  for (const row of rows) {
    const whose = laned ? ownerOf(row[1]) : { id: undefined, name: '' };
    const lane = lanes.get(whose.id) ?? { ...whose, totals: {} };
    lanes.set(whose.id, lane);
    lane.totals[typeof row[0] === 'string' ? row[0] : NONE] = {
      count: Number(row[count] ?? 0),
      ...(isMoney(row[sum]) && { sum: row[sum] }),
      ...(isMoney(row[weighted]) && { weighted: row[weighted] }),
    };
  }
  return { lanes: [...lanes.values()], more };
}

const plus = (a: Money | undefined, b: Money | undefined) => (b ? added(a, b, 1) : a);

/** Both together; what is in another currency than the first is not added. */
function together(a: Total | undefined, b: Total): Total {
  const [sum, weighted] = [plus(a?.sum, b.sum), plus(a?.weighted, b.weighted)];
  return { count: (a?.count ?? 0) + b.count, ...(sum && { sum }), ...(weighted && { weighted }) };
}

/** What stands in the columns of all lanes. */
export function columnTotals({ lanes }: BoardTotals): Totals {
  const all: Record<string, Total> = {};
  for (const { totals } of lanes) {
    Object.entries(totals).forEach(([code, total]) => {
      all[code] = together(all[code], total);
    });
  }
  return all;
}

/** One's own lane first, the others by name, what nobody has last. */
export function inOrder(lanes: readonly Lane[], me: string | undefined): Lane[] {
  const { compare } = new Intl.Collator(language());
  const place = ({ id }: Lane) => (id === me ? 0 : id === null ? 2 : 1);
  return [...lanes].sort((a, b) => place(a) - place(b) || compare(a.name, b.name));
}

/** What stands in a lane. */
export const laneTotal = ({ totals }: Lane): Total =>
  Object.values(totals).reduce<Total>((all, each) => together(all, each), { count: 0 });

/** The sum with that much more, or less; as it is where the currencies differ, until the server has said. */
function added(sum: Money | undefined, value: unknown, times: 1 | -1): Money | undefined {
  if (!isMoney(value) || (sum && sum.currency !== value.currency)) {
    return sum;
  }
  const amount = sumOf(sum?.amount ?? '0', times === 1 ? value.amount : negated(value.amount));
  return { amount, currency: value.currency };
}

function changed(total: Total | undefined, card: Entry, of: Summed, times: 1 | -1): Total {
  const before = total ?? { count: 0 };
  const sum = of.sum ? added(before.sum, card[of.sum], times) : before.sum;
  const weighted = of.weighted ? added(before.weighted, card[of.weighted], times) : before.weighted;
  return { count: Math.max(0, before.count + times), ...(sum && { sum }), ...(weighted && { weighted }) };
}

/** The totals once the card has gone from one column to another of its lane. */
export const moved = (
  all: BoardTotals,
  card: Entry,
  lane: Lane['id'],
  from: string,
  to: string,
  of: Summed,
): BoardTotals => ({
  ...all,
  lanes: all.lanes.map((each) =>
    each.id === lane
      ? {
          ...each,
          totals: {
            ...each.totals,
            [from]: changed(each.totals[from], card, of, -1),
            [to]: changed(each.totals[to], card, of, 1),
          },
        }
      : each,
  ),
});
