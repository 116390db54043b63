import { createContext, use } from 'react';
import type { ObjectMeta } from '@/lib/meta';
import type { MenuItem } from '@/ui/Menu';
import type { Kinds } from '../api';
import type { Wrong } from '../model/errors';
import type { Names } from '../model/said';
import type { Card, Spot, Step } from '../model/tree';
import type { Abouts } from '../useAbouts';

/** What became of a card in a run. */
export type Mark = 'taken' | 'waiting' | 'failed';

/** What can be done on a graph that is drawn. */
export interface Drawing {
  /** The step that is looking for another place. */
  moving: string | undefined;
  /** Whether it would stand elsewhere there. */
  fits: (spot: Spot) => boolean;
  onPut: (spot: Spot) => void;
  onAdd: (spot: Spot, anchor: HTMLElement) => void;
  onWay: (step: Step) => void;
  onRest: (step: Step) => void;
  acts: (card: Card) => MenuItem[];
}

/** What all of a graph is drawn with. */
export interface Graphing {
  /** What the steps of a row are about. */
  about: Abouts;
  meta: ObjectMeta;
  kinds: Kinds;
  names: Names;
  chosen: Card | undefined;
  /** The card that the keyboard comes to first. */
  first: Card;
  wrong: ReadonlyMap<Card, Wrong[]>;
  /** What became of the cards; without, none of them is paler than the others. */
  marks: ReadonlyMap<Card, Mark> | undefined;
  drawing: Drawing | undefined;
  onChoose: (card: Card) => void;
}

export const GraphContext = createContext<Graphing | undefined>(undefined);

export function useGraph(): Graphing {
  const graph = use(GraphContext);
  if (!graph) {
    throw new Error('a card lies on a graph');
  }
  return graph;
}
