import {
  asksPeople,
  isLoop,
  spotOf,
  stepOf,
  stepsIn,
  wayOf,
  type Card,
  type Definition,
  type Row,
  type Spot,
  type Step,
} from './tree';

/** Where a link of an object leads. */
export type Target = (object: string, link: string) => string | undefined;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The object whose records a loop takes: the one that it names, else where the link of the record's own leads. */
export function looped({ input }: Step, about: string, target: Target): string | undefined {
  const link = text(input.link);
  return link === undefined ? undefined : (text(input.object) ?? target(about, link));
}

/** The object that the steps of a row are about; nothing as long as the loop around them does not say. */
export function objectIn(
  definition: Definition,
  row: Row | undefined,
  object: string,
  target: Target,
): string | undefined {
  const step = row && stepOf(definition, row.step);
  if (!step) {
    return object;
  }
  const around = objectIn(definition, spotOf(definition, step.id)?.row, object, target);
  return isLoop(step) && around !== undefined ? looped(step, around, target) : around;
}

/** The row that a card belongs to: for a way, its own. */
export const rowAt = (definition: Definition, card: Card): Row | undefined =>
  wayOf(card) ?? spotOf(definition, card)?.row;

/** Whether what stands in the row is done for each of several records. */
export function isLooped(definition: Definition, row: Row | undefined): boolean {
  const step = row && stepOf(definition, row.step);
  return step !== undefined && (isLoop(step) || isLooped(definition, spotOf(definition, step.id)?.row));
}

/** Whether the step may stand there: a loop is in no other, and asks nobody. */
export function goesInto(definition: Definition, id: string, { row }: Spot): boolean {
  const step = stepOf(definition, id);
  const alone = step !== undefined && stepsIn([step]).some((each) => isLoop(each) || asksPeople(each));
  return !alone || !isLooped(definition, row);
}

/** The loop around a step, if there is one. */
export function loopAround(definition: Definition, id: string): string | undefined {
  const step = stepOf(definition, spotOf(definition, id)?.row?.step ?? '');
  return step && (isLoop(step) ? step.id : loopAround(definition, step.id));
}

/** The steps that a run took with those of its loops where these began them, rather than behind all others. */
export function inPlace<T extends { step: string; outcome: string }>(
  definition: Definition,
  taken: T[],
): T[] {
  const began = taken.filter(({ outcome }) => outcome === 'looping').map(({ step }) => step);
  const loopOf = ({ step }: T) => began.find((loop) => loop === loopAround(definition, step));
  return taken.flatMap((each) =>
    each.outcome === 'looping'
      ? [each, ...taken.filter((other) => loopOf(other) === each.step)]
      : loopOf(each) === undefined
        ? [each]
        : [],
  );
}
