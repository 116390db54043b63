import type { TFunction } from 'i18next';
import { Bell, ChartNoAxesCombined, Sun, type LucideIcon } from 'lucide-react';
import { say, type ObjectBrief } from '@/lib/meta';
import { signOf } from '@/ui/icons';

/** The order of a working day; objects of the company come after. */
const order = ['lead', 'account', 'contact', 'opportunity', 'task', 'campaign', 'product', 'competitor'];

/** What is more than a list of records. */
export interface Place {
  name: 'today' | 'cockpit' | 'messages';
  to: string;
  icon: LucideIcon;
}

const reads = (objects: ObjectBrief[], name: string): boolean =>
  objects.some((object) => object.name === name && object.can.read === true);

/** Where one reads what colleagues said; for whoever can be mentioned. */
export const messagesOf = (objects: ObjectBrief[]): Place[] =>
  reads(objects, 'mention') ? [{ name: 'messages', to: '/messages', icon: Bell }] : [];

/** The places that a person may go to: the day for everybody, the cockpit for whoever sees deals. */
export function placesOf(objects: ObjectBrief[]): Place[] {
  return [
    { name: 'today', to: '/today', icon: Sun },
    ...(reads(objects, 'opportunity')
      ? [{ name: 'cockpit', to: '/cockpit', icon: ChartNoAxesCombined } as const]
      : []),
  ];
}

/** The sign of an object: what the company chose for it, else the usual one. */
export const iconOf = (object: string, objects: ObjectBrief[] = []): LucideIcon =>
  signOf(object, objects.find(({ name }) => name === object)?.icon);

/** What a person may read and works with, in its order. */
export function menuOf(objects: ObjectBrief[]): ObjectBrief[] {
  const place = (object: ObjectBrief) => order.indexOf(object.name);
  const main = objects.filter((o) => o.can.read && (o.custom || place(o) >= 0));
  return main.sort((a, b) => (a.custom === b.custom ? place(a) - place(b) : a.custom ? 1 : -1));
}

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

/** What a person may make, what is made most first. */
export function creatable(objects: ObjectBrief[]): ObjectBrief[] {
  const first = (object: ObjectBrief) => (object.name === 'task' ? 0 : 1);
  return menuOf(objects)
    .filter((object) => object.can.create === true)
    .sort((a, b) => first(a) - first(b));
}
