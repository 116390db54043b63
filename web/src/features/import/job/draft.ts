import type { Field, ObjectMeta } from '@/lib/meta';
import { fieldOf, fieldsOf } from '@/lib/meta';
import type { Guess, Import, Mapping, Wanted } from './api';
import { without } from './without';
import { likelyBy, namedBy, saysNothing } from './likeness';

export type Mode = 'create' | 'update' | 'upsert';

/** What tells which record a row is of, and fills nothing. */
export const KEY = 'id';

/** What a column is meant to fill. */
export interface Column {
  column: string;
  /** Null when it is left out. */
  field: string | null;
  format?: string | undefined;
  /** What stands in cells to what is meant by it; an empty text empties the field. */
  values: Record<string, string>;
  /** Whether what an open choice does not list stays out, instead of becoming an option; undefined while that is no question. */
  listed?: boolean | undefined;
}

/** Whose a record is. */
export const OWNER = 'owner';

/** How the person wants the file to be brought in, as far as that is not sent yet. */
export interface Draft {
  mode: Mode;
  match: string[];
  skip: boolean;
  repair: boolean;
  columns: Column[];
  /** What every row gets, as cells have it: links by their id. */
  constants: Record<string, string>;
}

/** From here on a guess is used; below it is offered. */
export const SURE = 0.75;

/** What cells stand for as far as one can tell: choices that they name nearly, and words for nothing. */
export function likelyValues(guess: Guess | undefined, field: Field | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  if (!field || field.type === 'boolean') {
    return values; // there, nothing is a no
  }
  const choices = field.type === 'choice' ? (field.choices ?? []) : [];
  for (const text of Object.keys(guess?.found ?? {})) {
    if (namedBy(text, choices) !== undefined) {
      continue;
    }
    const meant = guess?.values[text] ?? likelyBy(text, choices)?.code ?? '';
    if (meant !== '') {
      values[text] = meant;
    } else if (saysNothing(text)) {
      values[text] = '';
    }
  }
  return values;
}

/** Whether texts that nobody knows become options; how far a record has come is no such matter. */
export const grows = (field: Field): boolean => field.open === true && field.phase !== true;

/** So many options at once are meant; more are rather a column of something else. */
const MOST_NEW = 10;

/** Whether the column says so much that nobody knows that it is not to become options by itself; of very many texts none is told. */
export function overflows(guess: Guess | undefined, field: Field | undefined): boolean {
  if (!guess || field?.type !== 'choice' || !grows(field)) {
    return false;
  }
  const likely = likelyValues(guess, field);
  const fresh = Object.keys(guess.found ?? {}).filter(
    (text) => !(text in likely) && namedBy(text, field.choices ?? []) === undefined,
  );
  return guess.found === null || fresh.length > MOST_NEW;
}

/** Whether the column has the IDs that an export gave to its records. */
const isKey = (guess: Guess) => guess.field === KEY && guess.confidence >= SURE;

/** A sheet that an export made is taken to be of the records that it names. */
export function draftOf(job: Import, meta: ObjectMeta): Draft {
  const given = new Map((job.mapping.columns ?? []).map((each) => [each.column, each]));
  const named = job.look && meta.can.update && job.proposal.columns.some(isKey);
  const columns = job.proposal.columns.map((guess): Column => {
    const mapped = given.get(guess.column);
    const field = mapped?.field ?? (named && isKey(guess) ? KEY : null);
    const known = fieldOf(meta, field ?? '');
    const likely = job.look ? likelyValues(guess, known) : {};
    return {
      column: guess.column,
      field,
      format: mapped?.format ?? undefined,
      values: { ...likely, ...mapped?.values },
      listed: job.look ? overflows(guess, known) || undefined : mapped?.unknown && mapped.unknown === 'empty',
    };
  });
  return {
    mode: named ? 'update' : job.mode,
    match: named ? [KEY] : job.match,
    skip: job.duplicates === 'skip',
    repair: job.repair,
    columns,
    constants: { ...job.mapping.constants },
  };
}

/** Gives a column a field; another column that had it loses it. */
export function assign(draft: Draft, guesses: Guess[], column: string, field: Field | null): Draft {
  const guess = guesses.find((each) => each.column === column);
  const name = field?.name ?? null;
  const columns = draft.columns.map((each): Column => {
    if (each.column === column) {
      const dated = field?.type === 'date' || field?.type === 'datetime';
      const only = dated && guess?.formats.length === 1 ? guess.formats[0] : undefined;
      const known = field ?? undefined;
      return {
        column,
        field: name,
        format: only,
        values: likelyValues(guess, known),
        listed: overflows(guess, known) || undefined,
      };
    }
    return name !== null && each.field === name ? { ...each, field: null, values: {} } : each;
  });
  const constants = without(draft.constants, name ?? '');
  const filled = new Set([...columns.map((each) => each.field), ...Object.keys(constants)]);
  return filled.has(KEY)
    ? { ...draft, columns, constants, mode: draft.mode === 'create' ? 'update' : draft.mode, match: [KEY] }
    : { ...draft, columns, constants, match: draft.match.filter((each) => filled.has(each)) };
}

/** Says what becomes of rows; where all are new, IDs of records say nothing. */
export const become = (draft: Draft, mode: Mode, usual?: Field): Draft => ({
  ...draft,
  mode,
  columns:
    mode === 'create'
      ? draft.columns.map((each) => (each.field === KEY ? { ...each, field: null } : each))
      : draft.columns,
  match: mode === 'create' ? [] : draft.match.length > 0 ? draft.match : usual ? [usual.name] : [],
});

/** Changes what a text of a column stands for; undefined leaves it as it is written. */
export const meaning = (draft: Draft, column: string, text: string, meant: string | undefined): Draft => ({
  ...draft,
  columns: draft.columns.map((each) => {
    if (each.column !== column) {
      return each;
    }
    const others = without(each.values, text);
    return { ...each, values: meant === undefined ? others : { ...others, [text]: meant } };
  }),
});

/** Says whether what an open choice does not list stays out of the column's field. */
export const listing = (draft: Draft, column: string, listed: boolean): Draft => ({
  ...draft,
  columns: draft.columns.map((each) => (each.column === column ? { ...each, listed } : each)),
});

/** The fields that an import may fill, for this person. */
export function fillable(job: Import, meta: ObjectMeta): Field[] {
  const names = new Set(job.proposal.fields ?? []);
  return fieldsOf(meta).filter((field) => names.has(field.name));
}

const given = ({ constants }: Draft) => Object.keys(constants).filter((name) => constants[name] !== '');

/** The field that says whose new records are, where this person says so and no column does. */
export const unsaidOwner = (draft: Draft, fields: Field[]): Field | undefined =>
  draft.mode === 'update' || draft.columns.some((column) => column.field === OWNER)
    ? undefined
    : fields.find((field) => field.name === OWNER);

/** Whose new records become: the importing person's, nobody's or a colleague's. */
export type Whose = 'me' | 'nobody' | 'other';

/** The constant that puts new records where anybody takes them from. */
export interface Pool {
  field: string;
  id: string;
}

export const whoseOf = ({ constants }: Draft, pool: Pool | undefined): Whose => {
  const owner = constants[OWNER];
  return owner === undefined
    ? pool && constants[pool.field]
      ? 'nobody'
      : 'me'
    : owner === ''
      ? 'nobody'
      : 'other';
};

/** Gives new records to the importing person, to nobody, which is into the pool where there is one, or to a colleague. */
export function giveTo(draft: Draft, owner: 'me' | 'nobody' | { id: string }, pool: Pool | undefined): Draft {
  const constants = without(without(draft.constants, OWNER), pool?.field ?? '');
  const said =
    owner === 'me'
      ? {}
      : owner === 'nobody'
        ? pool
          ? { [pool.field]: pool.id }
          : { [OWNER]: '' }
        : { [OWNER]: owner.id };
  return { ...draft, constants: { ...constants, ...said } };
}

/** What new records need and nothing fills. */
export function missing(draft: Draft, fields: Field[]): Field[] {
  const filled = new Set([...draft.columns.map((each) => each.field), ...given(draft)]);
  return draft.mode !== 'create'
    ? []
    : fields.filter(
        (field) =>
          field.required &&
          field.default === undefined &&
          !field.derived &&
          field.type !== 'auto_number' &&
          !filled.has(field.name),
      );
}

const UNMATCHED = new Set(['multi_choice', 'tags', 'long_text', 'rich_text', 'address', 'file', 'image']);

/** The fields by which rows and records can be known to be the same, among those that are filled; an ID needs no other. */
export function matchable(draft: Draft, fields: Field[]): Field[] {
  const filled = fields.filter(
    (field) =>
      field.ops.includes('in') &&
      !UNMATCHED.has(field.type) &&
      draft.columns.some((column) => column.field === field.name),
  );
  const key = filled.filter((field) => field.name === KEY);
  return key.length > 0 ? key : filled;
}

function mappingOf(draft: Draft): Mapping {
  return {
    columns: draft.columns.map(({ column, field, format, values, listed }) => ({
      column,
      field,
      ...(field !== null && format !== undefined && { format }),
      ...(field !== null && Object.keys(values).length > 0 && { values }),
      ...(field !== null &&
        listed !== undefined && { unknown: listed ? ('empty' as const) : ('add' as const) }),
    })),
    constants: Object.fromEntries(
      Object.entries(draft.constants).filter(
        ([name, text]) => text !== '' || (name === OWNER && draft.mode !== 'update'),
      ),
    ),
  };
}

/** The delimiter as it is asked for. */
export const asked = (delimiter: string | null | undefined) =>
  (delimiter === '\t' ? 'tab' : (delimiter ?? undefined)) as Wanted['delimiter'];

/** What is sent to have the file of an import tried or brought in as the draft says. */
export function wantedOf(job: Import, draft: Draft, dry: boolean): Wanted {
  return {
    object: job.object,
    from: job.id,
    mode: draft.mode,
    duplicates: draft.skip ? 'skip' : 'allow',
    dry_run: dry,
    repair: draft.repair,
    mapping: mappingOf(draft),
    ...(draft.mode !== 'create' && draft.match.length > 0 && { match: draft.match }),
    ...(job.sheet !== null && { sheet: job.sheet }),
    ...(job.encoding !== null && { encoding: job.encoding as NonNullable<Wanted['encoding']> }),
    ...(job.delimiter !== null && { delimiter: asked(job.delimiter) }),
  } as Wanted;
}

/** Whether the draft asks for something else than what was tried. */
export const differs = (job: Import, meta: ObjectMeta, draft: Draft): boolean => {
  const asking = (asked: Draft) => JSON.stringify(sorted(wantedOf(job, asked, true)));
  return asking(draft) !== asking(draftOf(job, meta));
};

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, each]) => [name, sorted(each)]),
      )
    : value;
}
