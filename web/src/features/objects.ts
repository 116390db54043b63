import {
  Box,
  Building2,
  CheckSquare,
  Contact,
  Handshake,
  LayoutTemplate,
  Megaphone,
  Network,
  Package,
  Phone,
  Swords,
  Tag,
  UserRound,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react';
import { objectIcons } from '@/ui/icons';

/** What metadata do not say of a standard object. */
interface Known {
  sign?: LucideIcon;
  /** The key by which one goes to its records. */
  key?: string;
  /** Whether it stands in menus whatever its traits say; not when it is told on the page of what it is about. */
  menu?: boolean;
  /** Whether its records are what people make most. */
  quick?: boolean;
}

/** In the order of a working day, which is that of the menus; what is not in menus comes after. */
const objects: Record<string, Known> = {
  lead: { sign: UserRoundPlus, key: 'g l', menu: true },
  account: { sign: Building2, key: 'g a', menu: true },
  contact: { sign: Contact, key: 'g c', menu: true },
  opportunity: { sign: Handshake, key: 'g o', menu: true },
  task: { sign: CheckSquare, key: 'g k', menu: true, quick: true },
  campaign: { sign: Megaphone, menu: true },
  product: { sign: Package, menu: true },
  competitor: { sign: Swords, menu: true },
  mail_template: { sign: LayoutTemplate, menu: true },
  activity: { sign: Phone, menu: false },
  attachment: { menu: false },
  user: { sign: UserRound },
  department: { sign: Network },
  tag: { sign: Tag },
};

const names = Object.keys(objects);

export const knownOf = (object: string): Known => objects[object] ?? {};

/** Where an object stands among the others; what is not known here comes last. */
export const orderOf = (object: string): number =>
  names.includes(object) ? names.indexOf(object) : names.length;

/** The keys of all that have one. */
export const objectKeys: Record<string, string[]> = Object.fromEntries(
  Object.entries(objects).flatMap(([name, { key }]) => (key === undefined ? [] : [[name, [key]]])),
);

/** The sign of an object: what the company chose for it, else the usual one. */
export const signOf = (object: string, chosen?: string): LucideIcon =>
  objectIcons[chosen ?? ''] ?? knownOf(object).sign ?? Box;
