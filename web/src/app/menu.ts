import {
  Building2,
  ChartNoAxesCombined,
  CheckSquare,
  Contact,
  Handshake,
  Megaphone,
  Upload,
  Package,
  Sun,
  Swords,
  UserRoundPlus,
  Box,
  type LucideIcon,
} from 'lucide-react';
import type { ObjectBrief } from '@/lib/meta';

/** The order of a working day; objects of the company come after. */
const order = ['lead', 'account', 'contact', 'opportunity', 'task', 'campaign', 'product', 'competitor'];

const icons: Record<string, LucideIcon> = {
  lead: UserRoundPlus,
  account: Building2,
  contact: Contact,
  opportunity: Handshake,
  task: CheckSquare,
  campaign: Megaphone,
  product: Package,
  competitor: Swords,
  import: Upload,
};

/** What is more than a list of records. */
export interface Place {
  name: 'today' | 'cockpit';
  to: string;
  icon: LucideIcon;
}

/** The places that a person may go to: the day for everybody, the cockpit for whoever sees deals. */
export function placesOf(objects: ObjectBrief[]): Place[] {
  const deals = objects.some((object) => object.name === 'opportunity' && object.can.read);
  return [
    { name: 'today', to: '/today', icon: Sun },
    ...(deals ? [{ name: 'cockpit', to: '/cockpit', icon: ChartNoAxesCombined } as const] : []),
  ];
}

export const iconOf = (object: string): LucideIcon => icons[object] ?? Box;

/** What a person may read and works with, in its order. */
export function menuOf(objects: ObjectBrief[]): ObjectBrief[] {
  const place = (object: ObjectBrief) => order.indexOf(object.name);
  const main = objects.filter((o) => o.can.read && (o.custom || place(o) >= 0));
  return main.sort((a, b) => (a.custom === b.custom ? place(a) - place(b) : a.custom ? 1 : -1));
}
