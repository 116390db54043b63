import { Problem } from '@/lib/api';
import { NOTHING_WRONG, type Placed, type Wrong } from '../model/errors';
import { moveCard, type Card, type Process } from './model';

/** The place of a gate, as that of a step's input: what a form of a flow asks for stands there by the same name. */
const inGate = (member: string): string => member.replace(/^approval\.(?:input\.)?/, 'approval.input.');

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
  const [from] = gate.from ?? [];
  return {
    card: from === undefined ? gate.to : moveCard({ from, to: gate.to }),
    member: `gate.${inGate(rest)}`,
  };
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
