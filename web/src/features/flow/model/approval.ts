import type { Input } from './tree';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who is asked; the manager as long as nothing else is said. */
export const whoOf = (input: Input): string => text(input.who) || 'manager';

/** Those of whom there may be several. */
const several = new Set(['people', 'role', 'chosen']);

const timed = ({ within_days: days, within_hours: hours }: Input): boolean =>
  [days, hours].some((each) => each !== undefined && each !== null && each !== 0);

/** Inputs that are only of use with some of what others say; all else is always asked. */
const fits: Record<string, (input: Input) => boolean> = {
  people: (input) => whoOf(input) === 'people',
  role: (input) => whoOf(input) === 'role',
  field: (input) => whoOf(input) === 'field',
  level: (input) => ['manager', 'head'].includes(whoOf(input)),
  mode: (input) => several.has(whoOf(input)),
  percent: (input) => several.has(whoOf(input)) && input.mode === 'percent',
  working: timed,
  late: timed,
};

/** What is asked together, in the order of the form; what is not known here stands with the last. */
const groups = {
  who: ['title', 'who', 'people', 'role', 'field', 'level', 'mode', 'percent'],
  time: ['within_days', 'within_hours', 'working', 'late'],
  content: ['content', 'editable'],
  cases: ['self', 'repeated', 'nobody', 'fixed', 'copies'],
} as const;

export type Group = keyof typeof groups;

/** The inputs of an approval that fit what was chosen, group by group. */
export function grouped<A extends { name: string }>(
  asked: A[],
  input: Input,
): { group: Group; asked: A[] }[] {
  const names = Object.keys(groups) as Group[];
  const known = names.flatMap((group) => groups[group] as readonly string[]);
  return names.map((group) => {
    const own: readonly string[] = groups[group];
    const place = ({ name }: A) => (own.includes(name) ? own.indexOf(name) : own.length);
    return {
      group,
      asked: asked
        .filter((each) => own.includes(each.name) || (group === 'cases' && !known.includes(each.name)))
        .filter(({ name }) => fits[name]?.(input) ?? true)
        .sort((one, other) => place(one) - place(other)),
    };
  });
}

/** A limit that begins counts while people work; who wants day and night says so. */
export const limited = (before: Input, next: Input): Input =>
  timed(next) && !timed(before) && next.working === undefined ? { ...next, working: true } : next;

/** What was told without what does not fit any more. */
export const fitted = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([name]) => fits[name]?.(input) ?? true));
