import { Problem } from '@/lib/api';
import type { Label } from '@/lib/meta';
import { isLoop, stepsIn, TRIGGER, wayCard, type Card, type Definition, type Input, type Step } from './tree';

/** What is wrong with something on a card. */
export interface Wrong {
  /** What of it, such as `input.subject` or `when`; empty for the card as a whole. */
  member: string;
  message: string;
}

export interface Placed {
  cards: ReadonlyMap<Card, Wrong[]>;
  /** What belongs to no card. */
  rest: string[];
}

export const NOTHING_WRONG: Placed = { cards: new Map(), rest: [] };

/** The rest of the path behind the steps that it leads through, and the card where that ends. */
function follow(steps: Step[], path: string): { card: Card; member: string } | undefined {
  const [head, index, behind = ''] = /^steps\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const step = head === undefined ? undefined : steps[Number(index)];
  if (!step) {
    return undefined;
  }
  const [inWay, way, rest = ''] = /^ways\[(\d+)\]\.?(.*)$/.exec(behind) ?? [];
  const taken = step.ways?.[Number(way)];
  if (inWay === undefined || !taken) {
    return { card: step.id, member: behind };
  }
  const own = isLoop(step)
    ? { card: step.id, member: 'ways' }
    : { card: wayCard(step.id, Number(way)), member: rest };
  return follow(taken.steps, rest) ?? own;
}

/** The card that a path of the definition leads to, such as `steps[1].ways[0].when`. */
export function cardAt(definition: Definition, path: string): { card: Card; member: string } | undefined {
  if (path === 'when' || path === 'trigger' || path.startsWith('trigger.')) {
    return { card: TRIGGER, member: path.replace(/^trigger\.?/, '') };
  }
  return follow(definition.steps, path);
}

/** Each thing that is wrong beside its card. */
export function placed(definition: Definition, errors: { field?: string; message: string }[]): Placed {
  const cards = new Map<Card, Wrong[]>();
  const rest: string[] = [];
  for (const { field = '', message } of errors) {
    const place = cardAt(definition, field);
    if (place) {
      const before = cards.get(place.card) ?? [];
      cards.set(place.card, [...before, { member: place.member, message }]);
    } else if (!rest.includes(message)) {
      rest.push(message);
    }
  }
  return { cards, rest };
}

/** What was refused of a flow, beside the cards; the refusal as a whole where it names nothing. */
export function placedOf(definition: Definition, error: unknown): Placed {
  if (!(error instanceof Problem)) {
    return NOTHING_WRONG;
  }
  return error.errors.length > 0
    ? placed(definition, error.errors)
    : { cards: new Map(), rest: [error.message] };
}

/** What is wrong with a member, or with something in it. */
export const wrongWith = (all: Wrong[] | undefined, member: string): string | undefined =>
  all?.find((each) => each.member === member || each.member.startsWith(`${member}.`))?.message;

/** The same without what was wrong with a card that has been changed since. */
export function settled({ cards, rest }: Placed, card: Card): Placed {
  if (!cards.has(card)) {
    return { cards, rest };
  }
  const left = new Map(cards);
  left.delete(card);
  return { cards: left, rest };
}

/** What a kind asks for and cannot do without. */
export interface Needs {
  name: string;
  inputs: { name: string; label: Label; required: boolean }[];
}

export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** What has not been filled in yet, as the server would refuse it as well. */
export function missing(
  definition: Definition,
  kinds: { triggers: Needs[]; steps: Needs[] },
  say: (label: Label) => string,
  noSteps: string,
): Placed {
  const cards = new Map<Card, Wrong[]>();
  const check = (card: Card, kind: Needs | undefined, input: Input) => {
    const wrong = (kind?.inputs ?? [])
      .filter(({ name, required }) => required && isBlank(input[name]))
      .map(({ name, label }) => ({ member: `input.${name}`, message: say(label) }));
    if (wrong.length > 0) {
      cards.set(card, wrong);
    }
  };
  const { trigger, steps } = definition;
  check(
    TRIGGER,
    kinds.triggers.find(({ name }) => name === trigger.kind),
    trigger.input,
  );
  stepsIn(steps).forEach((step) => {
    check(
      step.id,
      kinds.steps.find(({ name }) => name === step.do),
      step.input,
    );
    if (isLoop(step) && !cards.has(step.id) && (step.ways ?? []).every((way) => way.steps.length === 0)) {
      cards.set(step.id, [{ member: 'ways', message: noSteps }]);
    }
  });
  return { cards, rest: [] };
}
