import type { Field } from '@/lib/meta';
import type { Condition, Op } from './chips';

/** What can be said of values; fields of a kind share their words. */
type Kind = 'option' | 'set' | 'text' | 'number' | 'day' | 'moment' | 'boolean' | 'place';

const kinds: Record<string, Kind> = {
  choice: 'option',
  link: 'option',
  user: 'option',
  department: 'option',
  multi_choice: 'set',
  tags: 'set',
  integer: 'number',
  decimal: 'number',
  percent: 'number',
  money: 'number',
  rating: 'number',
  date: 'day',
  datetime: 'moment',
  boolean: 'boolean',
  region: 'place',
};

export const kindOf = (type: string): Kind => kinds[type] ?? 'text';

/** What is offered, the likeliest first; those with the same words as another one are left out. */
const offers: Record<Kind, Op[]> = {
  option: ['in', 'not_in'],
  set: ['in', 'not_in'],
  text: ['contains', 'eq', 'ne', 'starts_with'],
  number: ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'between'],
  day: ['within', 'eq', 'lt', 'gt', 'le', 'ge', 'between'],
  moment: ['within', 'lt', 'gt', 'between'],
  boolean: ['eq'],
  place: ['starts_with', 'in', 'not_in'],
};

const always: Op[] = ['empty', 'not_empty'];

/** The operators that fit the field; of masked values one sees only whether there are any. */
export const opsOf = (field: Field): Op[] =>
  [...(field.access === 'masked' ? [] : offers[kindOf(field.type)]), ...always].filter((op) =>
    field.ops.includes(op),
  );

const plain = {
  eq: 'is',
  ne: 'is_not',
  in: 'is',
  not_in: 'is_not',
  lt: 'less',
  le: 'at_most',
  gt: 'more',
  ge: 'at_least',
  between: 'between',
  contains: 'contains',
  starts_with: 'starts_with',
  empty: 'empty',
  not_empty: 'not_empty',
  within: 'within',
} as const satisfies Record<Op, string>;

const times = { lt: 'before', le: 'until', gt: 'after', ge: 'from' } as const;
const sets = { in: 'has_any', eq: 'has', contains: 'has', not_in: 'has_none', ne: 'has_none' } as const;

const special = {
  number: { eq: 'equals', ne: 'differs' },
  day: times,
  moment: times,
  set: sets,
  place: { starts_with: 'lies_in' },
} as const satisfies Partial<Record<Kind, Partial<Record<Op, string>>>>;

export type Word =
  | (typeof plain)[Op]
  | (typeof times)[keyof typeof times]
  | (typeof sets)[keyof typeof sets]
  | 'equals'
  | 'differs'
  | 'lies_in';

/** Under which name the words for the operator are kept. */
export function wordOf(type: string, op: Op): Word {
  const own: Partial<Record<Op, Word>> = (special as Partial<Record<Kind, object>>)[kindOf(type)] ?? {};
  return own[op] ?? plain[op];
}

/** How many values the operator takes. */
export function valuesOf(op: Op): 'none' | 'one' | 'two' | 'many' | 'period' {
  switch (op) {
    case 'empty':
    case 'not_empty':
      return 'none';
    case 'between':
      return 'two';
    case 'in':
    case 'not_in':
      return 'many';
    case 'within':
      return 'period';
    default:
      return 'one';
  }
}

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The values as a list, however they are written. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : isBlank(value) ? [] : [value];

/** Whether the condition says all that it must. */
export function isComplete({ op, value }: Condition): boolean {
  const values = listOf(value);
  switch (valuesOf(op)) {
    case 'none':
      return true;
    case 'two':
      return values.length === 2 && !values.some(isBlank);
    default:
      return values.length > 0 && !values.some(isBlank);
  }
}

/** The condition with another operator; what was chosen stays where it still makes sense. */
export function withOp({ field, op: before, value }: Condition, op: Op): Condition {
  const [from, to] = [valuesOf(before), valuesOf(op)];
  if (to === 'none') {
    return { field, op };
  }
  if (from === to) {
    return { field, op, value };
  }
  if (from === 'period' || to === 'period' || from === 'none') {
    return { field, op };
  }
  const values = listOf(value);
  return { field, op, value: to === 'one' ? values[0] : to === 'two' ? values.slice(0, 2) : values };
}

/** Amounts and shares are hardly ever the same as another: one asks for what is more. */
const measured = new Set(['decimal', 'percent', 'money']);

/** A beginning for the field, with the likeliest operator. */
export function begin(field: Field, path: string): Condition {
  const [first = 'not_empty', ...others] = opsOf(field);
  return { field: path, op: measured.has(field.type) && others.includes('gt') ? 'gt' : first };
}

/** `eq` of one option is `in` of one, so that more can be added. */
export function forEditing(field: Field, condition: Condition): Condition {
  const offered = opsOf(field);
  const many = { eq: 'in', ne: 'not_in', contains: 'in' } as const;
  const other = condition.op in many ? many[condition.op as keyof typeof many] : undefined;
  return offered.includes(condition.op) || !other || !offered.includes(other)
    ? condition
    : withOp(condition, other);
}

/** Periods that are offered; others, such as `last_3_weeks`, are understood. */
export const periods = [
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'next_week',
  'this_month',
  'last_month',
  'next_month',
  'this_quarter',
  'last_quarter',
  'next_quarter',
  'this_year',
  'last_year',
  'next_year',
] as const;
export const countedPeriods = [
  'last_7_days',
  'last_30_days',
  'last_90_days',
  'next_7_days',
  'next_30_days',
  'next_90_days',
];

/** The parts of a counted period. */
export function counted(name: string) {
  const found = /^(last|next)_(\d{1,4})_(days|weeks|months)$/.exec(name);
  return found
    ? {
        key: `${found[1] as 'last' | 'next'}_${found[3] as 'days' | 'weeks' | 'months'}` as const,
        n: found[2],
      }
    : undefined;
}
