import { Problem } from '@/lib/api';
import type { Label } from '@/lib/meta';
import { isBlank, NOTHING_WRONG, type Needs, type Placed, type Wrong } from '../model/errors';
import { moveCard, type Card, type Gate, type Process } from './model';

/** The place of a gate, as that of a step's input: what a form of a flow asks for stands there by the same name. */
const inGate = (member: string): string => member.replace(/^approval\.(?:input\.)?/, 'approval.input.');

/** Where a gate is shown: with its state, or with the first of its moves. */
function cardOf({ from: [from] = [], to }: Gate): Card {
  return from === undefined ? to : moveCard({ from, to });
}

/** The card that a path of the definition leads to, such as `gates[2].required` or `states[1].stay.days`. */
export function cardAt({ states, gates }: Process, path: string): { card: Card; member: string } | undefined {
  const [, kind, index, rest = ''] = /^(states|gates)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (kind === 'states') {
    const state = states[Number(index)];
    return state && { card: state.value, member: rest };
  }
  const gate = gates[Number(index)];
  if (!gate) {
    return undefined;
  }
  return { card: cardOf(gate), member: `gate.${inGate(rest)}` };
}

/** Each thing that is wrong beside its card. */
export function placedOf(process: Process, error: unknown): Placed {
  if (!(error instanceof Problem)) {
    return NOTHING_WRONG;
  }
  const cards = new Map<Card, Wrong[]>();
  const rest: string[] = [];
  for (const { field = '', message } of error.errors) {
    const place = cardAt(process, field.replace(/^definition\.?/, ''));
    if (place) {
      cards.set(place.card, [...(cards.get(place.card) ?? []), { member: place.member, message }]);
    } else if (!rest.includes(message)) {
      rest.push(message);
    }
  }
  return error.errors.length > 0 ? { cards, rest } : { cards, rest: [error.message] };
}

/** What is wrong within one part, by its own names: `steps[0].` of `steps[0].input.subject`. */
export const within = (all: Wrong[] | undefined, part: string): Wrong[] =>
  (all ?? []).flatMap(({ member, message }) =>
    member.startsWith(part) ? [{ member: member.slice(part.length), message }] : [],
  );

/** How what has not been filled in is told. */
interface Words {
  input: (label: Label) => string;
  item: string;
  when: string;
  message: string;
}

/** What has not been filled in yet, as the server would refuse it as well. */
export function missing({ states, gates }: Process, kinds: Needs[], words: Words): Placed {
  const found: [Card, Wrong[]][] = [
    ...states.map(({ value, steps }): [Card, Wrong[]] => [
      value,
      steps.flatMap((step, i) =>
        (kinds.find(({ name }) => name === step.do)?.inputs ?? [])
          .filter(({ name, required }) => required && isBlank(step.input[name]))
          .map(({ name, label }) => ({ member: `steps[${i}].input.${name}`, message: words.input(label) })),
      ),
    ]),
    ...gates.map((gate): [Card, Wrong[]] => [
      cardOf(gate),
      [
        ...gate.checklist.flatMap(({ text }, i) =>
          isBlank(text) ? [{ member: `gate.checklist[${i}].text`, message: words.item }] : [],
        ),
        ...gate.conditions.flatMap(({ when, message }, i) => [
          ...(when ? [] : [{ member: `gate.conditions[${i}].when`, message: words.when }]),
          ...(isBlank(message) ? [{ member: `gate.conditions[${i}].message`, message: words.message }] : []),
        ]),
      ],
    ]),
  ];
  const cards = new Map<Card, Wrong[]>();
  found
    .filter(([, wrong]) => wrong.length > 0)
    .forEach(([card, wrong]) => cards.set(card, [...(cards.get(card) ?? []), ...wrong]));
  return { cards, rest: [] };
}
