import { sifted, type Chip, type Condition, type How } from './chips';
import { isComplete } from './operators';

/** Where something stands: its place among the chips, then its place in that group, and so on. */
export type Slot = readonly number[];

/** As the server counts it: how many groups may stand around a condition, the list of chips among them. */
const DEEPEST = 8;

export const sameSlot = (one: Slot | undefined, other: Slot): boolean => one?.join() === other.join();

export function chipAt(chips: Chip[], [i = 0, ...rest]: Slot): Chip | undefined {
  const chip = chips[i];
  return rest.length === 0 ? chip : chip?.kind === 'group' ? chipAt(chip.of, rest) : undefined;
}

export function at(chips: Chip[], slot: Slot): Condition | undefined {
  const chip = chipAt(chips, slot);
  return chip?.kind === 'one' ? chip.condition : undefined;
}

/** What a group within such a one is first. */
export const within = (how: How): How => (how === 'all' ? 'any' : 'all');

function replace(chips: Chip[], [i = 0, ...rest]: Slot, how: How, by: (chip?: Chip) => Chip[]): Chip[] {
  const before = chips[i];
  if (rest.length === 0) {
    return [...chips.slice(0, i), ...by(before), ...chips.slice(i + 1)];
  }
  const group =
    before?.kind === 'group' ? before : ({ kind: 'group', how: within(how), of: [] } satisfies Chip);
  const of = replace(group.of, rest, group.how, by);
  return [...chips.slice(0, i), ...(of.length > 0 ? [{ ...group, of }] : []), ...chips.slice(i + 1)];
}

/** The chips with the condition in the slot; a group begins with its first one. */
export const put = (chips: Chip[], slot: Slot, condition: Condition): Chip[] =>
  replace(chips, slot, 'all', () => [{ kind: 'one', condition }]);

/** The chips without what is in the slot, and without groups of which nothing is left. */
export const drop = (chips: Chip[], slot: Slot): Chip[] => replace(chips, slot, 'all', () => []);

/** The chips with the group in the slot holding in that way. */
export const turn = (chips: Chip[], slot: Slot, how: How): Chip[] =>
  replace(chips, slot, 'all', (chip) => (chip?.kind === 'group' ? [{ ...chip, how }] : chip ? [chip] : []));

/** How many levels of a filter the chips take; `none` of several takes two. */
const levels = (chips: Chip[]): number =>
  Math.max(
    0,
    ...chips.map((chip) =>
      chip.kind === 'group' ? levels(chip.of) + (chip.how === 'none' && chip.of.length > 1 ? 2 : 1) : 0,
    ),
  );

/** Whether the server takes chips that nest like these. */
export const fits = (chips: Chip[]): boolean => 1 + levels(chips) <= DEEPEST;

/** What a group that begins in the slot would be; none where the server would not take one. */
export function newGroup(chips: Chip[], slot: Slot): How | undefined {
  const next = put(chips, [...slot, 0], { field: '', op: 'empty' });
  const group = chipAt(next, slot);
  return group?.kind === 'group' && fits(next) ? group.how : undefined;
}

/** Only what says all that it must. */
export const completed = (chips: Chip[]): Chip[] =>
  sifted(chips, (part) => !('field' in part) || isComplete(part));
