import {
  closestCenter,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type Active,
  type CollisionDetection,
  type DragEndEvent,
} from '@dnd-kit/core';
import { partMoved, withField, type Draft, type Place } from './draft';

/** What is in the hand: a field or a section. */
export interface Held {
  kind: 'field' | 'part';
  name: string;
}

/** Where it can be put. */
export type Target = { kind: 'field'; place: Place } | { kind: 'part'; id: string };

export const held = (active: Active | null): Held | undefined => active?.data.current as Held | undefined;

/** The draft once what was held is let go. */
export function dropped(draft: Draft, { active, over }: DragEndEvent): Draft {
  const what = held(active);
  const to = over?.data.current as Target | undefined;
  if (what?.kind === 'field' && to?.kind === 'field') {
    return withField(draft, what.name, to.place);
  }
  return what?.kind === 'part' && to?.kind === 'part'
    ? partMoved(
        draft,
        what.name,
        draft.findIndex(({ id }) => id === to.id),
      )
    : draft;
}

/** Fields go between fields, sections between sections. */
const among: CollisionDetection = (seen) => {
  const kind = held(seen.active)?.kind;
  const fitting = {
    ...seen,
    droppableContainers: seen.droppableContainers.filter(
      ({ data }) => (data.current as Target | undefined)?.kind === kind,
    ),
  };
  const within = pointerWithin(fitting);
  return within.length > 0 || kind === 'field' ? within : closestCenter(fitting);
};

/** By mouse at once, by finger after a moment; keys act on what has the focus, without lifting it. */
export function useDragging() {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  return { sensors, collisionDetection: among };
}
