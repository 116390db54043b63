import { useQuery } from '@tanstack/react-query';
import { countsQuery, type Counted, type Question } from '@/lib/counts';
import { momentOf, today } from '@/lib/days';
import { useObjects } from '@/lib/meta';
import type { Filter } from '@/lib/records';

/** Beside which places a number stands, each only where it asks for work. */
export const waitingPlaces = ['today', 'lead', 'messages'] as const;
type WaitingPlace = (typeof waitingPlaces)[number];

const mine: Filter = { field: 'owner', op: 'eq', value: '$me' };

/** Tasks that are due, leads that nobody has touched, and what was said to the person and not yet seen. */
const questions = (tonight: string): Record<WaitingPlace, Question> => ({
  today: {
    object: 'task',
    filter: {
      and: [mine, { field: 'done_at', op: 'empty' }, { field: 'due_at', op: 'lt', value: tonight }],
    },
  },
  lead: {
    object: 'lead',
    filter: { and: [mine, { field: 'status', op: 'eq', value: 'new' }] },
  },
  messages: {
    object: 'mention',
    filter: { and: [mine, { field: 'seen_at', op: 'empty' }] },
  },
});

/** The objects whose changes move these numbers. */
export const waitingObjects = new Set(['task', 'lead', 'mention']);

export type Waiting = Partial<Record<WaitingPlace, Counted>>;

/** What asks for the person's work; a place where nothing does is absent. */
export function useWaiting(): Waiting {
  const objects = useObjects();
  const all = questions(momentOf(today(), '23:59:59.999'));
  const asked = waitingPlaces.filter((place) =>
    objects.some((object) => object.name === all[place].object && object.can.read),
  );
  const { data } = useQuery(countsQuery(asked.map((place) => all[place])));
  return Object.fromEntries(
    asked.flatMap((place, i) => {
      const counted = data?.[i];
      return counted && counted.value > 0 ? [[place, counted] as const] : [];
    }),
  );
}
