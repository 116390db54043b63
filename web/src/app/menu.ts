import type { TFunction } from 'i18next';
import { Bell, ChartNoAxesCombined, Sun, type LucideIcon } from 'lucide-react';
import { say, type ObjectBrief } from '@/lib/meta';
import { signOf } from '@/ui/icons';

/** Told on the page of what it is about, and in no menu of its own. */
const TOLD = new Set(['activity', 'attachment']);

/** The order of a working day; what is not named here comes after, what the company made at the end. */
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

/** Whether people work with its records by themselves, rather than with those of something else or with what Hemai notes. */
const isWork = ({ name, custom, traits }: ObjectBrief): boolean =>
  custom ||
  order.includes(name) ||
  (!TOLD.has(name) &&
    traits.includes('owned') &&
    !(['line', 'read_only', 'personal', 'shape'] as const).some((trait) => traits.includes(trait)));

/** What a person may read and works with, in its order; what an administrator is still making is not there yet. */
export function menuOf(objects: ObjectBrief[]): ObjectBrief[] {
  const place = ({ name }: ObjectBrief) => (order.includes(name) ? order.indexOf(name) : order.length);
  const main = objects.filter((o) => o.can.read && o.menu !== false && isWork(o));
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

/** What a person may make, that of the page first and then what is made most. */
export function creatable(objects: ObjectBrief[], here?: string): ObjectBrief[] {
  const first = ({ name }: ObjectBrief) => (name === here ? 0 : name === 'task' ? 1 : 2);
  return menuOf(objects)
    .filter((object) => object.can.create === true)
    .sort((a, b) => first(a) - first(b));
}
