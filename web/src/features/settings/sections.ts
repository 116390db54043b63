import { Boxes, KeyRound, Network, ShieldCheck, UsersRound, type LucideIcon } from 'lucide-react';

/** A page of the settings. */
export interface Section {
  name: 'account' | 'people' | 'departments' | 'roles' | 'objects';
  to: string;
  icon: LucideIcon;
  group: 'own' | 'company' | 'data';
  /** What a role has to allow; without it the page is for everybody. */
  ability?: string;
}

const sections: Section[] = [
  { name: 'account', to: '/settings/account', icon: ShieldCheck, group: 'own' },
  { name: 'people', to: '/settings/people', icon: UsersRound, group: 'company', ability: 'people' },
  { name: 'departments', to: '/settings/departments', icon: Network, group: 'company', ability: 'people' },
  { name: 'roles', to: '/settings/roles', icon: KeyRound, group: 'company', ability: 'roles' },
  { name: 'objects', to: '/settings/objects', icon: Boxes, group: 'data', ability: 'meta' },
];

/** The pages that somebody with these abilities may use. */
export const sectionsFor = (abilities: string[]): Section[] =>
  sections.filter(({ ability }) => ability === undefined || abilities.includes(ability));

/** The page that the address belongs to, whoever may use it. */
export const sectionAt = (path: string): Section | undefined =>
  sections.find(({ to }) => path === to || path.startsWith(`${to}/`));
