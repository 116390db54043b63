import {
  Boxes,
  Building2,
  CalendarDays,
  FileCode,
  Layers,
  Mail,
  KeyRound,
  Mailbox,
  Milestone,
  Network,
  ShieldCheck,
  Trash2,
  UsersRound,
  Webhook,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import type { Session } from '@/lib/session';

/** A page of the settings. */
export interface Section {
  name:
    | 'account'
    | 'mailbox'
    | 'company'
    | 'people'
    | 'departments'
    | 'calendars'
    | 'roles'
    | 'tenants'
    | 'objects'
    | 'flows'
    | 'processes'
    | 'configuration'
    | 'mails'
    | 'webhooks'
    | 'bin';
  to: string;
  icon: LucideIcon;
  group: 'own' | 'company' | 'data';
  /** What a role has to allow; without it the page is for everybody. */
  ability?: string;
  /** Whether this installation has it; without, each has. */
  there?: (session: Session) => boolean;
}

const sections: Section[] = [
  { name: 'account', to: '/settings/account', icon: ShieldCheck, group: 'own' },
  {
    name: 'mailbox',
    to: '/settings/mailbox',
    icon: Mailbox,
    group: 'own',
    there: ({ demo_mailbox }) => demo_mailbox === true,
  },
  { name: 'company', to: '/settings/company', icon: Building2, group: 'company', ability: 'people' },
  { name: 'people', to: '/settings/people', icon: UsersRound, group: 'company', ability: 'people' },
  { name: 'departments', to: '/settings/departments', icon: Network, group: 'company', ability: 'people' },
  { name: 'calendars', to: '/settings/calendars', icon: CalendarDays, group: 'company', ability: 'people' },
  { name: 'roles', to: '/settings/roles', icon: KeyRound, group: 'company', ability: 'roles' },
  { name: 'mails', to: '/settings/mails', icon: Mail, group: 'company', ability: 'audit' },
  { name: 'webhooks', to: '/settings/webhooks', icon: Webhook, group: 'company', ability: 'meta' },
  { name: 'tenants', to: '/settings/tenants', icon: Layers, group: 'company', ability: 'operator' },
  { name: 'objects', to: '/settings/objects', icon: Boxes, group: 'data', ability: 'meta' },
  { name: 'flows', to: '/settings/flows', icon: Workflow, group: 'data', ability: 'meta' },
  { name: 'processes', to: '/settings/processes', icon: Milestone, group: 'data', ability: 'meta' },
  { name: 'configuration', to: '/settings/configuration', icon: FileCode, group: 'data', ability: 'meta' },
  { name: 'bin', to: '/settings/bin', icon: Trash2, group: 'data' },
];

/** The pages that the person may use; who looks through somebody's eyes sets nothing. */
export const sectionsFor = (session: Session | null | undefined): Section[] =>
  !session || session.viewing
    ? []
    : sections.filter(
        ({ ability, there }) =>
          (ability === undefined || session.admin.includes(ability)) && there?.(session) !== false,
      );

/** The page that the address belongs to, whoever may use it. */
export const sectionAt = (path: string): Section | undefined =>
  sections.find(({ to }) => path === to || path.startsWith(`${to}/`));
