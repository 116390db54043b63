import { together } from '@/lib/decimal';
import { linkOf, numberOf, type Row } from '@/lib/reports';

/** A person as a series or a category; the last one may stand for all others. */
export interface Owner {
  id: string | null;
  name: string | undefined;
  /** Those that it stands for, when it stands for the others. */
  others?: (string | null)[];
}

/** The owners with most first; those beyond the limit are one. */
export function ownersOf(rows: Row[], value: (row: Row) => number, most: number): Owner[] {
  const sums = new Map<string | null, { name: string | undefined; sum: number }>();
  for (const row of rows) {
    const { id, label } = linkOf(row.owner);
    sums.set(id, { name: label, sum: (sums.get(id)?.sum ?? 0) + value(row) });
  }
  const all = [...sums].sort(([, a], [, b]) => b.sum - a.sum).map(([id, { name }]) => ({ id, name }));
  if (all.length <= most) {
    return all;
  }
  const rest = all.slice(most - 1).map(({ id }) => id);
  return [...all.slice(0, most - 1), { id: null, name: undefined, others: rest }];
}

/** What the owner has in those rows. */
export function ownedBy(
  { id, others }: Owner,
  rows: Row[],
  value: (row: Row) => number = (row) => numberOf(row.count),
): number {
  const of = others ?? [id];
  return rows
    .filter((row) => of.includes(linkOf(row.owner).id))
    .reduce((sum, row) => together(sum, value(row)), 0);
}
