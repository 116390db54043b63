import type { Run, Taken } from '../api';
import type { Mark } from '../graph/context';
import { stepOf, TRIGGER, wayCard, type Card, type Definition } from './tree';

interface Went {
  state: Run['state'];
  /** The step that comes next, or that failed. */
  step?: string | null;
  steps: Taken[];
}

/** The way that a step took, by what is told of it: its name, or its place where it has none. */
export function wayTaken(definition: Definition, { step: id, detail }: Taken): number | undefined {
  const ways = stepOf(definition, id)?.ways ?? [];
  const named = ways.findIndex(({ name }) => name !== '' && name === detail);
  const place = /\.ways\[(\d+)\]$/.exec(detail ?? '')?.[1];
  const found = named >= 0 ? named : place === undefined ? -1 : Number(place);
  return found >= 0 && found < ways.length ? found : undefined;
}

/** What became of the cards of a flow in a run. */
export function marksOf(definition: Definition, { state, step, steps }: Went): Map<Card, Mark> {
  const marks = new Map<Card, Mark>([[TRIGGER, 'taken']]);
  for (const taken of steps) {
    marks.set(taken.step, taken.outcome === 'failed' ? 'failed' : 'taken');
    const way = taken.outcome === 'went' ? wayTaken(definition, taken) : undefined;
    if (way !== undefined) {
      marks.set(wayCard(taken.step, way), 'taken');
    }
  }
  if (typeof step === 'string' && step !== '' && state !== 'done') {
    marks.set(step, state === 'failed' ? 'failed' : 'waiting');
  }
  return marks;
}
