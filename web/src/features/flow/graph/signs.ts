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
  NotebookPen,
  PencilLine,
  Percent,
  Repeat,
  SquarePlay,
  Split,
  Tags,
  TrendingUp,
  Webhook,
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

/** What kinds are offered together, in this order. */
export const stepGroups = ['record', 'people', 'outside', 'control'] as const;
export type StepGroup = (typeof stepGroups)[number];

/** In the order in which they are offered, the likeliest first. */
const steps: Record<string, Sign & { group: StepGroup }> = {
  task: { icon: ListTodo, tone: 'amber', group: 'record' },
  update: { icon: PencilLine, tone: 'blue', group: 'record' },
  create: { icon: FilePlus2, tone: 'violet', group: 'record' },
  verb: { icon: SquarePlay, tone: 'cyan', group: 'record' },
  tag: { icon: Tags, tone: 'violet', group: 'record' },
  activity: { icon: NotebookPen, tone: 'cyan', group: 'record' },
  approval: { icon: BadgeCheck, tone: 'green', group: 'people' },
  notify: { icon: Bell, tone: 'orange', group: 'people' },
  mail: { icon: Mail, tone: 'jade', group: 'outside' },
  webhook: { icon: Webhook, tone: 'jade', group: 'outside' },
  wait: { icon: Hourglass, tone: 'slate', group: 'control' },
  branch: { icon: Split, tone: 'pink', group: 'control' },
  split: { icon: Percent, tone: 'pink', group: 'control' },
  each: { icon: Repeat, tone: 'pink', group: 'control' },
  stop: { icon: CircleStop, tone: 'grey', group: 'control' },
};

export const triggerSign = (kind: string): Sign => ({ icon: triggers[kind] ?? Zap, tone: 'jade' });

export const stepSign = (kind: string): Sign => steps[kind] ?? { icon: Zap, tone: 'slate' };

const order = Object.keys(steps);
const rank = (kind: string): number => (order.indexOf(kind) + order.length + 1) % (order.length + 1);

/** The kinds as they are offered, group by group; those of which nothing is known come last of all. */
export const inGroups = <K extends { name: string }>(kinds: K[]): { group: StepGroup; kinds: K[] }[] =>
  stepGroups
    .map((group) => ({
      group,
      kinds: kinds
        .filter(({ name }) => (steps[name]?.group ?? 'control') === group)
        .sort((one, other) => rank(one.name) - rank(other.name)),
    }))
    .filter(({ kinds: own }) => own.length > 0);
