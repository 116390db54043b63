import type { Chip, Condition } from './chips';
import { isComplete } from './operators';

/** Where a condition stands: among the chips, or in a group of them. */
export interface Slot {
  i: number;
  j?: number;
}

export function at(chips: Chip[], { i, j }: Slot): Condition | undefined {
  const chip = chips[i];
  return chip?.kind === 'one' && j === undefined
    ? chip.condition
    : chip?.kind === 'any' && j !== undefined
      ? chip.of[j]
      : undefined;
}

/** The chips with the condition in the slot; a group begins with its first one. */
export function put(chips: Chip[], { i, j }: Slot, condition: Condition): Chip[] {
  const next = [...chips];
  if (j === undefined) {
    next[i] = { kind: 'one', condition };
  } else {
    const before = next[i];
    const of = before?.kind === 'any' ? [...before.of] : [];
    of[j] = condition;
    next[i] = { kind: 'any', of };
  }
  return next;
}

/** The chips without the one in the slot, and without its group when that is empty. */
export function drop(chips: Chip[], { i, j }: Slot): Chip[] {
  const chip = chips[i];
  const of = chip?.kind === 'any' && j !== undefined ? chip.of.filter((_, other) => other !== j) : [];
  return of.length === 0
    ? chips.filter((_, other) => other !== i)
    : chips.map((each, other) => (other === i ? { kind: 'any', of } : each));
}

/** Only what says all that it must. */
export const completed = (chips: Chip[]): Chip[] =>
  chips.flatMap((chip): Chip[] =>
    chip.kind === 'one'
      ? isComplete(chip.condition)
        ? [chip]
        : []
      : chip.kind === 'any'
        ? [{ kind: 'any', of: chip.of.filter(isComplete) }]
        : [chip],
  );
