import type { Filter } from '@/lib/records';

/** What a trigger or a step is told. */
export type Input = Record<string, unknown>;

/** One of the ways by which a step goes on. */
export interface Way {
  name: string;
  /** For which records it is; without, for all. */
  when?: Filter | undefined;
  steps: Step[];
}

export interface Step {
  id: string;
  do: string;
  input: Input;
  /** None where the step has but one way to go on. */
  ways?: Way[];
}

export interface Definition {
  trigger: { kind: string; input: Input };
  /** For which records the flow is; without, for all. */
  when?: Filter | undefined;
  steps: Step[];
}

/** A row of steps: that of the flow, or of a way of a step. */
export interface Row {
  step: string;
  way: number;
}

/** A place between steps: in a row, before the one that stands there. */
export interface Spot {
  row?: Row | undefined;
  at: number;
}

/** What can be chosen on the graph: what starts the flow, a step, or a way of it. */
export type Card = string;

export const TRIGGER: Card = 'trigger';

/** The card of a way. */
export const wayCard = (step: string, way: number): Card => `${step}#${way}`;

/** The way that a card stands for, if it is one. */
export function wayOf(card: Card): Row | undefined {
  const found = /^(.*)#(\d+)$/.exec(card);
  return found ? { step: found[1] ?? '', way: Number(found[2]) } : undefined;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const object = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const filter = (value: unknown): { when?: Filter } => (isObject(value) ? { when: value as Filter } : {});

/** Steps as the server keeps them at that place. */
export function readSteps(given: unknown, path: string): Step[] {
  return list(given).map((each, i): Step => {
    const place = `${path}[${i}]`;
    const { id, do: kind, input, ways } = object(each);
    return {
      // what has no name of its own is called by its place, as the server calls it
      id: text(id).trim() || place,
      do: text(kind),
      input: object(input),
      ...(Array.isArray(ways) && {
        ways: ways.map((way, w): Way => {
          const { name, when, steps } = object(way);
          const at = `${place}.ways[${w}]`;
          return { name: text(name), ...filter(when), steps: readSteps(steps, `${at}.steps`) };
        }),
      }),
    };
  });
}

/** A definition as the server keeps it. */
export function read(given: unknown): Definition {
  const { trigger, when, steps } = object(given);
  const { kind, input } = object(trigger);
  return {
    trigger: { kind: text(kind) || 'created', input: object(input) },
    ...filter(when),
    steps: readSteps(steps, 'steps'),
  };
}

const said = (input: Input): { input?: Input } => {
  const members = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  return members.length > 0 ? { input: Object.fromEntries(members) } : {};
};

/** A step as the server takes it. */
export const writtenStep = (step: Step): object => ({
  id: step.id,
  do: step.do,
  ...said(step.input),
  ...(step.ways && {
    ways: step.ways.map(({ name, when, steps }) => ({
      ...(name.trim() !== '' && { name }),
      ...(when !== undefined && { when }),
      steps: steps.map(writtenStep),
    })),
  }),
});

/** The definition as the server takes it. */
export const written = ({ trigger, when, steps }: Definition): object => ({
  trigger: { kind: trigger.kind, ...said(trigger.input) },
  ...(when !== undefined && { when }),
  steps: steps.map(writtenStep),
});

/** The same whatever the order of its members, which the server does not keep. */
export const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : isObject(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;

export const sameDefinition = (one: Definition, other: Definition): boolean =>
  one === other || JSON.stringify(sorted(written(one))) === JSON.stringify(sorted(written(other)));

/** All steps in the order in which they are drawn. */
export const stepsIn = (steps: Step[]): Step[] =>
  steps.flatMap((step) => [step, ...(step.ways ?? []).flatMap((way) => stepsIn(way.steps))]);

export const stepOf = (definition: Definition, id: string): Step | undefined =>
  stepsIn(definition.steps).find((step) => step.id === id);

/** Every card from top to bottom. */
export function cardsOf(definition: Definition): Card[] {
  const of = (steps: Step[]): Card[] =>
    steps.flatMap((step) => [
      step.id,
      ...(step.ways ?? []).flatMap((way, i) => [
        ...(isLoop(step) ? [] : [wayCard(step.id, i)]),
        ...of(way.steps),
      ]),
    ]);
  return [TRIGGER, ...of(definition.steps)];
}

/** Where the step stands. */
export function spotOf(definition: Definition, id: string): Spot | undefined {
  const within = (steps: Step[], row: Row | undefined): Spot | undefined => {
    const at = steps.findIndex((step) => step.id === id);
    if (at >= 0) {
      return { row, at };
    }
    for (const step of steps) {
      for (const [way, { steps: inner }] of (step.ways ?? []).entries()) {
        const found = within(inner, { step: step.id, way });
        if (found) {
          return found;
        }
      }
    }
    return undefined;
  };
  return within(definition.steps, undefined);
}

/** The steps of a row. */
export const rowOf = (definition: Definition, row: Row | undefined): Step[] =>
  row === undefined ? definition.steps : (stepOf(definition, row.step)?.ways?.[row.way]?.steps ?? []);

/** The steps with those of one row changed. */
function inRow(
  steps: Step[],
  row: Row | undefined,
  here: Row | undefined,
  by: (of: Step[]) => Step[],
): Step[] {
  const mine = row?.step === here?.step && row?.way === here?.way;
  const changed = mine ? by(steps) : steps;
  if (mine) {
    return changed;
  }
  return changed.map((step) =>
    step.ways
      ? {
          ...step,
          ways: step.ways.map((way, i) => ({
            ...way,
            steps: inRow(way.steps, row, { step: step.id, way: i }, by),
          })),
        }
      : step,
  );
}

const withRow = (definition: Definition, row: Row | undefined, by: (of: Step[]) => Step[]): Definition => ({
  ...definition,
  steps: inRow(definition.steps, row, undefined, by),
});

/** A name for a new step that none has. */
export function freshId(taken: Iterable<string>): string {
  const all = new Set(taken);
  let n = 1;
  while (all.has(`s${n}`)) {
    n += 1;
  }
  return `s${n}`;
}

const idsIn = (definition: Definition): string[] => stepsIn(definition.steps).map(({ id }) => id);

/** The definition with a step in that place. */
export const put = (definition: Definition, { row, at }: Spot, step: Step): Definition =>
  withRow(definition, row, (of) => [...of.slice(0, at), step, ...of.slice(at)]);

export function without(definition: Definition, id: string): Definition {
  const spot = spotOf(definition, id);
  return spot ? withRow(definition, spot.row, (of) => of.filter((step) => step.id !== id)) : definition;
}

/** The definition with a step changed. */
export function changed(definition: Definition, id: string, by: (step: Step) => Step): Definition {
  const spot = spotOf(definition, id);
  return spot
    ? withRow(definition, spot.row, (of) => of.map((step) => (step.id === id ? by(step) : step)))
    : definition;
}

/** A step with all that is in it, each under a name that none has. */
function copied(step: Step, taken: Set<string>): Step {
  const id = freshId(taken);
  taken.add(id);
  return {
    ...step,
    id,
    ...(step.ways && {
      ways: step.ways.map((way) => ({ ...way, steps: way.steps.map((each) => copied(each, taken)) })),
    }),
  };
}

/** The definition with the step once more right behind it, and how that one is called. */
export function doubled(definition: Definition, id: string): { definition: Definition; id: string } {
  const spot = spotOf(definition, id);
  const step = stepOf(definition, id);
  if (!spot || !step) {
    return { definition, id };
  }
  const copy = copied(step, new Set(idsIn(definition)));
  return { definition: put(definition, { ...spot, at: spot.at + 1 }, copy), id: copy.id };
}

/** Whether the spot lies within the step, where it cannot be put. */
const liesIn = (definition: Definition, id: string, { row }: Spot): boolean => {
  const step = stepOf(definition, id);
  return row !== undefined && step !== undefined && stepsIn([step]).some((each) => each.id === row.step);
};

/** Whether the step would stand elsewhere there. */
export function movesTo(definition: Definition, id: string, spot: Spot): boolean {
  const from = spotOf(definition, id);
  const sameRow = from?.row?.step === spot.row?.step && from?.row?.way === spot.row?.way;
  return (
    from !== undefined &&
    !liesIn(definition, id, spot) &&
    !(sameRow && (spot.at === from.at || spot.at === from.at + 1))
  );
}

/** The definition with the step in another place. */
export function movedTo(definition: Definition, id: string, spot: Spot): Definition {
  const step = stepOf(definition, id);
  const from = spotOf(definition, id);
  if (!step || !from || !movesTo(definition, id, spot)) {
    return definition;
  }
  const sameRow = from.row?.step === spot.row?.step && from.row?.way === spot.row?.way;
  const at = sameRow && from.at < spot.at ? spot.at - 1 : spot.at;
  return put(without(definition, id), { ...spot, at }, step);
}

/** The spot one up or down: past the neighbour, or out of the way in which the step stands. */
export function stepping(definition: Definition, id: string, by: 1 | -1): Spot | undefined {
  const from = spotOf(definition, id);
  if (!from) {
    return undefined;
  }
  const to = from.at + by;
  if (to >= 0 && to < rowOf(definition, from.row).length) {
    return { row: from.row, at: by > 0 ? to + 1 : to };
  }
  const around = from.row && spotOf(definition, from.row.step);
  return around && { row: around.row, at: by > 0 ? around.at + 1 : around.at };
}

/** Per cent that are the same for all, but for what cannot be shared. */
export const evenly = (n: number): number[] =>
  Array.from({ length: n }, (_, i) => Math.floor(100 / n) + (i < 100 % n ? 1 : 0));

export const SHARES = 'shares';

/** A step with other ways; shares are shared anew when there are more or fewer. */
const withWays = (step: Step, ways: Way[]): Step => ({
  ...step,
  ways,
  ...(SHARES in step.input &&
    ways.length !== step.ways?.length && { input: { ...step.input, [SHARES]: evenly(ways.length) } }),
});

/** The definition with one more way of the step: before the one for all others, if there is one. */
export const withWay = (definition: Definition, id: string, way: Way): Definition =>
  changed(definition, id, (step) => {
    const ways = step.ways ?? [];
    const last = ways.at(-1);
    const rest = way.when === undefined && isForRest(step, ways.length - 1) && last ? [last] : [];
    return withWays(step, [...ways.slice(0, ways.length - rest.length), way, ...rest]);
  });

/** The definition with a way at the end that takes all others. */
export const withRest = (definition: Definition, id: string, way: Way): Definition =>
  changed(definition, id, (step) => withWays(step, [...(step.ways ?? []), way]));

/** Whether the way takes what no other took: it is the last of several and asks nothing. */
export const isForRest = (step: Step, way: number): boolean => {
  const ways = step.ways ?? [];
  return !(SHARES in step.input) && way > 0 && way === ways.length - 1 && ways[way]?.when === undefined;
};

export const withoutWay = (definition: Definition, { step: id, way }: Row): Definition =>
  changed(definition, id, ({ ways = [], ...step }) => {
    const left = ways.filter((_, i) => i !== way);
    return left.length > 0 ? withWays({ ...step, ways }, left) : step;
  });

export const changedWay = (definition: Definition, { step: id, way }: Row, by: Partial<Way>): Definition =>
  changed(definition, id, (step) =>
    withWays(
      step,
      (step.ways ?? []).map((each, i) => (i === way ? { ...each, ...by } : each)),
    ),
  );

/** The definition with a way to the left or right of where it stood; its share goes with it. */
export const movedWay = (definition: Definition, { step: id, way }: Row, by: 1 | -1): Definition =>
  changed(definition, id, (step) => {
    const swapped = <T>(of: readonly T[]): T[] => {
      const after = [...of];
      const [one, other] = [after[way], after[way + by]];
      if (one !== undefined && other !== undefined) {
        after[way] = other;
        after[way + by] = one;
      }
      return after;
    };
    const shares = step.input[SHARES];
    return {
      ...step,
      ways: swapped(step.ways ?? []),
      ...(Array.isArray(shares) && { input: { ...step.input, [SHARES]: swapped(shares) } }),
    };
  });

/** Whether the step asks people: what it has is the one way for when they refuse, which ends there. */
export const asksPeople = (step: Step | undefined): boolean => step?.do === 'approval';

/** Whether the step does what stands in its one way for each of several records. */
export const isLoop = (step: Step | undefined): boolean => step?.do === 'each';

/** A new step of the kind. */
export function fresh(definition: Definition, kind: string, ways: Way[] | undefined): Step {
  return {
    id: freshId(idsIn(definition)),
    do: kind,
    input: kind === 'split' && ways ? { [SHARES]: evenly(ways.length) } : {},
    ...(ways && { ways }),
  };
}
