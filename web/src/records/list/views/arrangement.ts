import type { Filter } from '@/lib/records';
import type { Density } from '@/ui/theme';
import { asAsking, type Asking } from '../totals';

export const kinds = ['table', 'board', 'calendar'] as const;
export type Kind = (typeof kinds)[number];

/** Which records are shown and how; what is absent is as usual. */
export interface Arrangement {
  kind: Kind;
  filter?: Filter | undefined;
  sort?: string[] | undefined;
  /** Paths of the columns besides the naming one, in order. */
  columns?: string[] | undefined;
  /** By path, in pixels. */
  widths?: Record<string, number> | undefined;
  /** Columns that stay where they are while the others are scrolled. */
  pinned?: string[] | undefined;
  density?: Density | undefined;
  /** What is worked out of all values of a column, by its path. */
  totals?: Record<string, Asking> | undefined;
  /** The field that columns of a board stand for. */
  by?: string | undefined;
  /** What the cards of a board tell besides the name. */
  card?: string[] | undefined;
  /** The field by whose people a board is divided into rows. */
  lanes?: string | undefined;
  /** How many cards columns of a board had better hold at most, by their code. */
  limits?: Record<string, number> | undefined;
  /** The field by which a calendar places its records. */
  day?: string | undefined;
}

export type Part = keyof Arrangement;

export const plain: Arrangement = { kind: 'table' };

/** A value whose parts stand in one order, so that the same is written the same. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]));
  }
  return value;
}

export const canonical = (value: unknown): string => JSON.stringify(ordered(value) ?? null);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] | undefined => {
  const kept = Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string' && each !== '')
    : [];
  return kept.length > 0 ? [...new Set(kept)] : undefined;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function numbersOf(value: unknown): Record<string, number> | undefined {
  const kept = Object.entries(isObject(value) ? value : {}).filter(
    (each): each is [string, number] => typeof each[1] === 'number' && each[1] > 0,
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function totalsIn(value: unknown): Record<string, Asking> | undefined {
  const kept = Object.entries(isObject(value) ? value : {}).flatMap(([path, each]) => {
    const fn = asAsking(each);
    return fn ? [[path, fn] as const] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Whether it may stand in a condition: plain, a sum of money or a link, or several such. */
const isOperand = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(isOperand)
    : !isObject(value) || Object.values(value).every((each) => typeof each === 'string');

/** Whether it has the shape of a filter; whether its fields and operators are there is for the server to say. */
function isFilter(value: unknown): value is Filter {
  if (!isObject(value)) {
    return false;
  }
  const several = value.and ?? value.or;
  return Array.isArray(several)
    ? several.every(isFilter)
    : 'not' in value
      ? isFilter(value.not)
      : typeof value.field === 'string' && typeof value.op === 'string' && isOperand(value.value);
}

/** Makes sense of each part, whoever wrote it. */
export const senses: { [P in Part]: (value: unknown) => Arrangement[P] | undefined } = {
  kind: (value) => kinds.find((kind) => kind === value),
  filter: (value) => (isFilter(value) ? value : undefined),
  sort: texts,
  columns: texts,
  widths: numbersOf,
  pinned: texts,
  density: (value) => (value === 'compact' || value === 'normal' ? value : undefined),
  totals: totalsIn,
  by: text,
  card: texts,
  lanes: text,
  limits: numbersOf,
  day: text,
};

export const parts = Object.keys(senses) as Part[];

/** What a view is kept as: parts that the server checks by themselves, the others together. */
export interface Kept {
  kind: Kind;
  filter: unknown;
  columns: unknown;
  sort: unknown;
  settings: unknown;
}

const settings = ['widths', 'pinned', 'density', 'totals', 'by', 'card', 'lanes', 'limits', 'day'] as const;

/** The arrangement with each part that it has. */
export function arranged(of: Partial<Record<Part, unknown>>): Arrangement {
  const sensible = parts.map((part) => [part, senses[part](of[part])] as const);
  return { kind: 'table', ...Object.fromEntries(sensible.filter(([, value]) => value !== undefined)) };
}

export const arrangementOf = ({ settings: more, ...kept }: Kept): Arrangement =>
  arranged({ ...(isObject(more) ? more : {}), ...kept });

export function keptOf(arrangement: Arrangement): Kept {
  const { kind, filter, columns, sort } = arrangement;
  const more = settings.flatMap((name) =>
    arrangement[name] === undefined ? [] : [[name, arrangement[name]] as const],
  );
  return {
    kind,
    filter: filter ?? null,
    columns: columns ?? null,
    sort: sort ?? null,
    settings: more.length > 0 ? Object.fromEntries(more) : null,
  };
}
