import { BadgeCheck, Bell, ChartNoAxesCombined, Sun, type LucideIcon } from 'lucide-react';
import type { Question } from '@/lib/counts';
import { momentOf, today } from '@/lib/days';
import type { Filter } from '@/lib/records';
import { objectKeys } from './objects';

/** What is more than a list of records. */
export interface Place {
  name: 'today' | 'approvals' | 'cockpit' | 'messages';
  to: string;
  icon: LucideIcon;
  /** The object whose readers may go there; without, everybody may. */
  reads?: string;
}

/** The day, what is to be approved, how the deals stand, and what colleagues said. */
export const places: Place[] = [
  { name: 'today', to: '/today', icon: Sun },
  { name: 'approvals', to: '/approvals', icon: BadgeCheck, reads: 'approval_task' },
  { name: 'cockpit', to: '/cockpit', icon: ChartNoAxesCombined, reads: 'opportunity' },
  { name: 'messages', to: '/messages', icon: Bell, reads: 'notification' },
];

/** The keys to go somewhere, in the order in which the map of keys shows them. */
export const goingKeys = {
  today: ['g t'],
  ...objectKeys,
  approvals: ['g p'],
  cockpit: ['g d'],
  messages: ['g m'],
  settings: ['g s'],
};

const mine: Filter = { field: 'owner', op: 'eq', value: '$me' };

/** The parts of approvals that wait for the person. */
export const toApprove: Filter = {
  and: [
    mine,
    { field: 'kind', op: 'in', value: ['sign', 'revise'] },
    { field: 'status', op: 'eq', value: 'pending' },
  ],
};

/**
 * What asks for work, by the place or object beside which its number stands: tasks that are due, approvals that wait for the person, leads
 * that nobody has touched, and what the person was told and has not yet seen.
 */
export const questions = () =>
  ({
    today: {
      object: 'task',
      filter: {
        and: [
          mine,
          { field: 'done_at', op: 'empty' },
          { field: 'due_at', op: 'lt', value: momentOf(today(), '23:59:59.999') },
        ],
      },
    },
    approvals: {
      object: 'approval_task',
      filter: toApprove,
    },
    lead: {
      object: 'lead',
      filter: { and: [mine, { field: 'status', op: 'eq', value: 'new' }] },
    },
    messages: {
      object: 'notification',
      filter: { and: [mine, { field: 'seen_at', op: 'empty' }] },
    },
  }) satisfies Record<string, Question>;
