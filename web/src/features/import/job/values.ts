import { fieldOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Import } from './api';
import { grows, overflows, type Column, type Draft } from './draft';
import { namedBy, saysNothing } from './likeness';

/** A text of a column that may have to be told what it stands for. */
export interface Said {
  text: string;
  rows: number;
  /** Whether all rows were counted, or a sample. */
  exact: boolean;
  /** What it is taken for already, without anybody's help. */
  known: boolean;
  /** What the server thinks was meant. */
  fix?: string | undefined;
}

/** A column of which the values are looked through. */
export interface Valued {
  column: Column;
  field: Field;
  said: Said[];
}

const linkish = (field: Field) => field.target !== undefined;

/** The columns that fill choices, those whose cells lead nowhere or say that there is nothing, with what stands in them, the commonest first. */
export function valued(job: Import, meta: ObjectMeta, draft: Draft): Valued[] {
  return draft.columns.flatMap((column): Valued[] => {
    const field = fieldOf(meta, column.field ?? '');
    const guess = job.proposal.columns.find((each) => each.column === column.column);
    if (!field || !guess) {
      return [];
    }
    const said = new Map<string, Said>();
    const exact = job.proposal.whole && (guess.seen ?? 0) >= job.proposal.rows - job.proposal.broken;
    if (field.type !== 'boolean') {
      Object.entries(guess.found ?? {})
        .filter(([text]) => field.type === 'choice' || saysNothing(text))
        .forEach(([text, rows]) =>
          said.set(text, { text, rows, exact, known: namedBy(text, field.choices ?? []) !== undefined }),
        );
    }
    if (field.type === 'choice' || linkish(field)) {
      job.kinds
        .filter((kind) => kind.column === column.column)
        .flatMap((kind) => kind.values)
        .forEach(({ value, rows }) => said.set(value, { text: value, rows, exact: true, known: false }));
      job.fixes
        .filter((fix) => fix.column === column.column)
        .forEach(({ value, rows, fix }) =>
          said.set(value, { text: value, rows, exact: true, known: false, fix }),
        );
      Object.keys(column.values)
        .filter((text) => !said.has(text) && linkish(field))
        .forEach((text) => said.set(text, { text, rows: 0, exact: true, known: false }));
    }
    const all = [...said.values()].sort((a, b) => b.rows - a.rows);
    return all.length > 0 || overflows(guess, field) ? [{ column, field, said: all }] : [];
  });
}

/** Of an open choice, the texts that nobody knows and nobody said anything about. */
export const fresh = ({ field, column, said }: Valued): Said[] =>
  field.type === 'choice' && grows(field)
    ? said.filter((each) => !each.known && !(each.text in column.values))
    : [];

/** Closed choices have texts that go nowhere; open ones take them as they are. */
export const open = ({ field, column, said }: Valued): Said[] =>
  field.type !== 'choice' || grows(field)
    ? []
    : said.filter((each) => !each.known && !(each.text in column.values));
