import {
  AlarmClock,
  BadgeCheck,
  Bell,
  CalendarClock,
  CircleStop,
  FilePlus2,
  Hourglass,
  ListTodo,
  LogIn,
  LogOut,
  Mail,
  MoonStar,
  MousePointerClick,
  PencilLine,
  Percent,
  SquarePlay,
  Split,
  TrendingUp,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { TagColour } from '@/ui/theme';

/** How a kind is drawn. */
export interface Sign {
  icon: LucideIcon;
  tone: TagColour;
}

const triggers: Record<string, LucideIcon> = {
  created: FilePlus2,
  changed: PencilLine,
  entered: LogIn,
  left: LogOut,
  crossed: TrendingUp,
  date: CalendarClock,
  silent: MoonStar,
  schedule: AlarmClock,
  button: MousePointerClick,
};

/** In the order in which they are offered, the likeliest first. */
const steps: Record<string, Sign> = {
  task: { icon: ListTodo, tone: 'amber' },
  approval: { icon: BadgeCheck, tone: 'green' },
  update: { icon: PencilLine, tone: 'blue' },
  create: { icon: FilePlus2, tone: 'violet' },
  verb: { icon: SquarePlay, tone: 'cyan' },
  notify: { icon: Bell, tone: 'orange' },
  mail: { icon: Mail, tone: 'jade' },
  wait: { icon: Hourglass, tone: 'slate' },
  branch: { icon: Split, tone: 'pink' },
  split: { icon: Percent, tone: 'pink' },
  stop: { icon: CircleStop, tone: 'grey' },
};

export const triggerSign = (kind: string): Sign => ({ icon: triggers[kind] ?? Zap, tone: 'jade' });

export const stepSign = (kind: string): Sign => steps[kind] ?? { icon: Zap, tone: 'slate' };

const order = Object.keys(steps);
const rank = (kind: string): number => (order.indexOf(kind) + order.length + 1) % (order.length + 1);

/** The kinds as they are offered; those of which nothing is known come last. */
export const inOrder = <K extends { name: string }>(kinds: K[]): K[] =>
  [...kinds].sort((one, other) => rank(one.name) - rank(other.name));
