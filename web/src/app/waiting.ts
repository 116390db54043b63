import { useQuery } from '@tanstack/react-query';
import { questions } from '@/features/places';
import { countsQuery, type Counted } from '@/lib/counts';
import { useObjects } from '@/lib/meta';

type WaitingPlace = keyof ReturnType<typeof questions>;

/** Beside which places a number stands, each only where it asks for work. */
export const waitingPlaces = Object.keys(questions()) as WaitingPlace[];

/** The objects whose changes move these numbers. */
export const waitingObjects = new Set<string>(Object.values(questions()).map(({ object }) => object));

export type Waiting = Partial<Record<WaitingPlace, Counted>>;

/** What asks for the person's work; a place where nothing does is absent. */
export function useWaiting(): Waiting {
  const objects = useObjects();
  const all = questions();
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
