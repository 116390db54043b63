import type { Field } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import {
  freshId,
  isObject,
  readSteps,
  sorted,
  stepsIn,
  writtenStep,
  type Input,
  type Step,
} from '../model/tree';

/** What becomes of a move that no gate speaks of. */
export const others = ['allow', 'back', 'refuse'] as const;
export type Others = (typeof others)[number];

/** One of the values that records move through. */
export interface State {
  value: string;
  /** New records may begin here. */
  start: boolean;
  /** It is no step of the way. */
  aside: boolean;
  guide: string;
  /** What is done once a record comes here. */
  steps: Step[];
  /** How long a record may stay: days, hours, working, then_days, then_hours. */
  stay: Input;
}

export interface Condition {
  when: Filter | undefined;
  message: string;
}

export interface Item {
  key: string;
  text: string;
}

export interface Who {
  roles: string[];
  people: string[];
  owner: boolean;
  manager: boolean;
}

/** What it takes to come to a state. */
export interface Gate {
  id?: string | undefined;
  to: string;
  /** Of moves from there alone; without, whichever way it is entered. */
  from?: string[] | undefined;
  required: string[];
  conditions: Condition[];
  checklist: Item[];
  who: Who;
  /** Whom it asks and on what terms; none where nobody is asked. */
  approval: Input | undefined;
}

/** How records may move through the values of a field. */
export interface Process {
  when: Filter | undefined;
  others: Others;
  states: State[];
  gates: Gate[];
}

const object = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => list(value).map(text);
const filter = (value: unknown): Filter | undefined => (isObject(value) ? (value as Filter) : undefined);

export const NOBODY: Who = { roles: [], people: [], owner: false, manager: false };

export const emptyState = (value: string): State => ({
  value,
  start: false,
  aside: false,
  guide: '',
  steps: [],
  stay: {},
});

export const emptyGate = (to: string, from?: string): Gate => ({
  to,
  ...(from !== undefined && { from: [from] }),
  required: [],
  conditions: [],
  checklist: [],
  who: NOBODY,
  approval: undefined,
});

function readState(given: unknown, at: number): State {
  const { value, start, aside, guide, steps, stay } = object(given);
  return {
    value: text(value),
    start: start === true,
    aside: aside === true,
    guide: text(guide),
    steps: readSteps(steps, `states[${at}].steps`),
    stay: object(stay),
  };
}

function readGate(given: unknown, at: number): Gate {
  const { id, to, from, required, conditions, checklist, who, approval } = object(given);
  const { roles, people, owner, manager } = object(who);
  return {
    // what has no name of its own is called by its place, as the server calls it
    id: text(id).trim() || String(at),
    to: text(to),
    ...(Array.isArray(from) && from.length > 0 && { from: texts(from) }),
    required: texts(required),
    conditions: list(conditions).map((each) => {
      const { when, message } = object(each);
      return { when: filter(when), message: text(message) };
    }),
    checklist: list(checklist).map((each) => ({
      key: text(object(each).key),
      text: text(object(each).text),
    })),
    who: { roles: texts(roles), people: texts(people), owner: owner === true, manager: manager === true },
    approval: isObject(approval) ? approval : undefined,
  };
}

/** A definition as the server keeps it. */
export function readProcess(given: unknown): Process {
  const { when, others: rest, states, gates } = object(given);
  return {
    when: filter(when),
    others: others.find((each) => each === rest) ?? 'allow',
    states: list(states).map(readState),
    gates: list(gates).map(readGate),
  };
}

const told = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));

const some = <T>(name: string, values: T[]) => (values.length > 0 ? { [name]: values } : {});

const isAsked = ({ roles, people, owner, manager }: Who): boolean =>
  owner || manager || roles.length > 0 || people.length > 0;

const hasTime = ({ days, hours }: Input): boolean =>
  [days, hours].some((each) => each !== undefined && each !== null && each !== 0);

const writtenState = ({ value, start, aside, guide, steps, stay }: State): object => ({
  value,
  ...(start && { start }),
  ...(aside && { aside }),
  ...(guide.trim() !== '' && { guide }),
  ...some('steps', steps.map(writtenStep)),
  ...(hasTime(stay) && { stay: told(stay) }),
});

const writtenGate = ({ id, to, from, required, conditions, checklist, who, approval }: Gate): object => ({
  ...(id !== undefined && { id }),
  to,
  ...(from && { from }),
  ...some('required', required),
  ...some(
    'conditions',
    conditions.map(({ when, message }) => ({ ...(when && { when }), message })),
  ),
  ...some('checklist', checklist),
  ...(isAsked(who) && {
    who: {
      ...some('roles', who.roles),
      ...some('people', who.people),
      ...(who.owner && { owner: true }),
      ...(who.manager && { manager: true }),
    },
  }),
  ...(approval && { approval: told(approval) }),
});

/** The definition as the server takes it. */
export const writtenProcess = ({ when, others: rest, states, gates }: Process): object => ({
  ...(when && { when }),
  others: rest,
  states: states.map(writtenState),
  gates: gates.map(writtenGate),
});

export const sameProcess = (one: Process, other: Process): boolean =>
  one === other ||
  JSON.stringify(sorted(writtenProcess(one))) === JSON.stringify(sorted(writtenProcess(other)));

/** A process that hinders nobody yet: the choices in their order. */
export const freshProcess = ({ choices = [] }: Field, aside: (code: string) => boolean): Process => ({
  when: undefined,
  others: 'allow',
  states: choices
    .filter(({ active }) => active !== false)
    .map(({ code }) => ({ ...emptyState(code), aside: aside(code) })),
  gates: [],
});

/** Whether the gate asks nothing. */
export const isEmpty = ({ required, conditions, checklist, who, approval }: Gate): boolean =>
  required.length + conditions.length + checklist.length === 0 && !isAsked(who) && !approval;

/** What can be chosen: a state, or a move from one to another. */
export interface Move {
  from: string;
  to: string;
}
export type Card = string;
export const moveCard = ({ from, to }: Move): Card => `${from}>${to}`;
export function moveOf(card: Card): Move | undefined {
  const [from, to] = card.split('>');
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** The gate of a state whichever way it is entered, or that of a move. */
export const gateAt = ({ gates }: Process, card: Card): Gate | undefined => {
  const move = moveOf(card);
  return gates.find(({ to, from }) =>
    move ? to === move.to && from?.includes(move.from) === true : to === card && from === undefined,
  );
};

/** The process with another gate there; without one, nothing is asked there any more. */
export function withGate(process: Process, card: Card, gate: Gate | undefined): Process {
  const now = gateAt(process, card);
  const { gates } = process;
  const move = moveOf(card);
  if (gate) {
    return {
      ...process,
      gates: now
        ? gates.map((each) => (each === now ? gate : each))
        : [
            ...gates,
            {
              ...gate,
              id: fresh(
                'g',
                gates.map(({ id = '' }) => id),
              ),
            },
          ],
    };
  }
  const left = move ? now?.from?.filter((from) => from !== move.from) : undefined;
  return {
    ...process,
    gates: gates.flatMap((each) =>
      each !== now ? [each] : left && left.length > 0 ? [{ ...each, from: left }] : [],
    ),
  };
}

/** The process with a changed gate there; one that asks nothing goes where the move is allowed without it. */
export function settled(process: Process, card: Card, gate: Gate): Process {
  const left = withGate(process, card, undefined);
  const move = moveOf(card);
  const free = move ? wayOf(left, move) !== 'none' : process.others === 'allow';
  return isEmpty(gate) && free && (gate.from?.length ?? 1) === 1 ? left : withGate(process, card, gate);
}

/** Why a move is allowed: by a gate of its own, by that of its state, by what holds for all others; or not at all. */
export type Way = 'own' | 'entry' | 'others' | 'none';

export function wayOf(process: Process, { from, to }: Move): Way {
  const { states, others: rest } = process;
  const place = (value: string) => states.findIndex((state) => state.value === value);
  const aside = (value: string) => states.find((state) => state.value === value)?.aside === true;
  const guarded = (value: string) => isGuarded(process, value);
  const skipped = aside(to)
    ? []
    : states.slice(aside(from) ? 0 : place(from) + 1, place(to)).filter((state) => !state.aside);
  if (skipped.some(({ value }) => guarded(value))) {
    return 'none';
  }
  if (gateAt(process, moveCard({ from, to }))) {
    return 'own';
  }
  if (gateAt(process, to)) {
    return 'entry';
  }
  const out = aside(from) || aside(to);
  const backwards = !out && place(to) < place(from);
  return rest === 'allow' || (rest === 'back' && (backwards || (out && !guarded(to)))) ? 'others' : 'none';
}

/** Whether the state is entered only from others that its gates name; where all is allowed, gates are about their own moves. */
function isGuarded({ others: rest, gates }: Process, value: string): boolean {
  const own = gates.filter(({ to }) => to === value);
  return rest !== 'allow' && own.length > 0 && own.every(({ from }) => from !== undefined);
}

export const withState = (process: Process, value: string, by: Partial<State>): Process => ({
  ...process,
  states: process.states.map((state) => (state.value === value ? { ...state, ...by } : state)),
});

/** The process with the state one place earlier or later. */
export function moved(process: Process, value: string, by: 1 | -1): Process {
  const states = [...process.states];
  const at = states.findIndex((state) => state.value === value);
  const [one, other] = [states[at], states[at + by]];
  if (!one || !other) {
    return process;
  }
  states[at] = other;
  states[at + by] = one;
  return { ...process, states };
}

/** The process without the state and all that is asked about it. */
export const withoutState = (process: Process, value: string): Process => ({
  ...process,
  states: process.states.filter((state) => state.value !== value),
  gates: process.gates.flatMap((gate) => {
    const from = gate.from?.filter((each) => each !== value);
    return gate.to === value || from?.length === 0 ? [] : [{ ...gate, ...(from && { from }) }];
  }),
});

/** A name for a new step that none of the process has. */
export const freshStep = ({ states }: Process, kind: string): Step => ({
  id: freshId(states.flatMap(({ steps }) => stepsIn(steps)).map(({ id }) => id)),
  do: kind,
  input: kind === 'wait' ? { days: 1 } : {},
});

/** A name that begins so and that none has. */
function fresh(start: string, taken: string[]): string {
  let n = 1;
  while (taken.includes(`${start}${n}`)) {
    n += 1;
  }
  return `${start}${n}`;
}

/** A key for a new item that none of the process has. */
export const freshKey = ({ gates }: Process): string =>
  fresh(
    'c',
    gates.flatMap(({ checklist }) => checklist).map(({ key }) => key),
  );
