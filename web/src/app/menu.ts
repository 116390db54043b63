import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import { knownOf, orderOf, signOf } from '@/features/objects';
import { places, type Place } from '@/features/places';
import { say, type ObjectBrief } from '@/lib/meta';

/** The places that a person may go to. */
export const placesOf = (objects: ObjectBrief[]): Place[] =>
  places.filter(
    ({ reads }) => reads === undefined || objects.some(({ name, can }) => name === reads && can.read),
  );

/** The sign of an object: what the company chose for it, else the usual one. */
export const iconOf = (object: string, objects: ObjectBrief[] = []): LucideIcon =>
  signOf(object, objects.find(({ name }) => name === object)?.icon);

/** Whether people work with its records by themselves, rather than with those of something else or with what Hemai notes. */
const isWork = ({ name, custom, traits }: ObjectBrief): boolean =>
  custom ||
  (knownOf(name).menu ??
    (traits.includes('owned') &&
      !(['line', 'read_only', 'personal', 'shape'] as const).some((trait) => traits.includes(trait))));

/** What a person may read and works with, in its order, what the company made at the end; what an administrator is still making is not there yet. */
export const menuOf = (objects: ObjectBrief[]): ObjectBrief[] =>
  objects
    .filter((o) => o.can.read && o.menu !== false && isWork(o))
    .sort((a, b) => (a.custom === b.custom ? orderOf(a.name) - orderOf(b.name) : a.custom ? 1 : -1));

/** A way to somewhere, with what it is called. */
export interface Way {
  /** Name of the place or object. */
  of: string;
  to: string;
  icon: LucideIcon;
  label: string;
}

/** The ways to these places, and to the records of each object. */
export const waysOf = (objects: ObjectBrief[], places: Place[], t: TFunction<'shell'>): Way[] => [
  ...places.map(({ name, to, icon }) => ({ of: name, to, icon, label: t(`places.${name}`) })),
  ...menuOf(objects).map((object) => ({
    of: object.name,
    to: `/${object.name}`,
    icon: iconOf(object.name, objects),
    label: say(object.plural),
  })),
];

/** What a person may make, that of the page first and then what is made most. */
export function creatable(objects: ObjectBrief[], here?: string): ObjectBrief[] {
  const first = ({ name }: ObjectBrief) => (name === here ? 0 : knownOf(name).quick ? 1 : 2);
  return menuOf(objects)
    .filter((object) => object.can.create === true)
    .sort((a, b) => first(a) - first(b));
}
