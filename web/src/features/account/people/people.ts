import type { Entry, Link } from '@/lib/records';

/** The part that somebody plays in a deal. */
export interface Part {
  role: string | null;
  influence: string | null;
  attitude: string | null;
  deal: string;
}

export interface Person {
  id: string;
  entry: Entry;
  name: string;
  above: string | undefined;
  /** In open deals, the most telling first. */
  parts: Part[];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const linkOf = (value: unknown): { id: string; label: string } | undefined => {
  const link = value as Link | null | undefined;
  return link && 'id' in link ? { id: link.id, label: link.label ?? '' } : undefined;
};

/** Which part counts when somebody plays several. */
const INFLUENCES = ['high', 'medium', 'low'];
const weight = ({ influence }: Part): number => {
  const at = INFLUENCES.indexOf(influence ?? '');
  return at < 0 ? INFLUENCES.length : at;
};

/** The people of an account with the parts they play in its open deals. */
export function peopleOf(contacts: Entry[], decisions: Entry[]): Person[] {
  const parts = new Map<string, Part[]>();
  for (const decision of decisions) {
    const contact = linkOf(decision.contact);
    if (contact) {
      const part = {
        role: textOf(decision.role),
        influence: textOf(decision.influence),
        attitude: textOf(decision.attitude),
        deal: linkOf(decision.opportunity)?.label ?? '',
      };
      parts.set(contact.id, [...(parts.get(contact.id) ?? []), part]);
    }
  }
  return contacts.map((entry) => ({
    id: entry.id,
    entry,
    name: textOf(entry.name) ?? '—',
    above: linkOf(entry.reports_to)?.id,
    parts: (parts.get(entry.id) ?? []).sort((a, b) => weight(a) - weight(b)),
  }));
}

/** What somebody decides: in open deals, else in general. */
export function rolesOf({ parts, entry }: Person): string[] {
  const roles = [...new Set(parts.flatMap(({ role }) => role ?? []))];
  const general = textOf(entry.decision_role);
  return roles.length > 0 || general === null ? roles : [general];
}

/** How many people play each role, in the order given. */
export const countedBy = (people: Person[], roles: string[]): { role: string; n: number }[] =>
  roles.map((role) => ({ role, n: people.filter((person) => rolesOf(person).includes(role)).length }));

/** Whom somebody may report to: nobody who reports to them, over others or not. */
export function superiorsFor(person: Person, people: Person[]): Person[] {
  const below = new Set([person.id]);
  for (let grown = true; grown;) {
    const before = below.size;
    people.forEach(({ id, above }) => above !== undefined && below.has(above) && below.add(id));
    grown = below.size > before;
  }
  return people.filter(({ id }) => !below.has(id));
}
