import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/records';
import { countedBy, peopleOf, rolesOf, superiorsFor } from './people';

const contact = (id: string, above?: string, decision_role?: string): Entry => ({
  id,
  version: 1,
  name: id.toUpperCase(),
  reports_to: above === undefined ? null : { id: above, label: above },
  decision_role: decision_role ?? null,
});

const decision = (contact: string, role: string, influence: string | null = null): Entry => ({
  id: `${contact}-${role}`,
  version: 1,
  contact: { id: contact, label: contact },
  opportunity: { id: 'd', label: 'Deal' },
  role,
  influence,
  attitude: null,
});

describe('people of an account', () => {
  it('play the parts of open deals, the most influential first, else what is said of them in general', () => {
    const [wang, li, zhao] = peopleOf(
      [contact('wang', undefined, 'user'), contact('li', 'wang', 'champion'), contact('zhao')],
      [decision('wang', 'influencer', 'low'), decision('wang', 'decision_maker', 'high')],
    );
    expect(wang && rolesOf(wang)).toEqual(['decision_maker', 'influencer']);
    expect(li && rolesOf(li)).toEqual(['champion']);
    expect(zhao && rolesOf(zhao)).toEqual([]);
  });

  it('are counted by what they decide', () => {
    const people = peopleOf([contact('a', undefined, 'champion'), contact('b')], [decision('b', 'champion')]);
    expect(countedBy(people, ['decision_maker', 'champion'])).toEqual([
      { role: 'decision_maker', n: 0 },
      { role: 'champion', n: 2 },
    ]);
  });

  it('who may not be seen stands above nobody', () => {
    const hidden = { ...contact('a'), reports_to: { hidden: true } };
    expect(peopleOf([hidden], [])[0]?.above).toBeUndefined();
  });

  it('report to nobody who reports to them', () => {
    const people = peopleOf(
      [contact('a'), contact('b', 'a'), contact('c', 'b'), contact('d', 'a'), contact('e')],
      [],
    );
    const b = people[1];
    expect(b && superiorsFor(b, people).map(({ id }) => id)).toEqual(['a', 'd', 'e']);
  });
});
