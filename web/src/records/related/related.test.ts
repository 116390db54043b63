import { expect, test } from 'vitest';
import type { ObjectBrief, ObjectMeta } from '@/lib/meta';
import { bring } from '../brought';
import { headingOf, orderOf, relatedLabel, relatedObjects, relationsOf } from './related';

const objects = ['a', 'b', 'c', 'd', 'told', 'secret'].map((name) => ({
  name,
  plural: { en: `${name}s` },
  can: { read: name !== 'secret' },
})) as unknown as ObjectBrief[];
const link = (object: string, field = 'to', label?: object) => ({
  name: `${object}_${field}`,
  object,
  field,
  label,
});
const meta = (page?: object) =>
  ({
    name: 'x',
    inverses: [
      link('a'),
      link('b'),
      link('b', 'also'),
      link('c', 'to', { en: 'Children' }),
      link('told'),
      link('secret'),
      link('d'),
    ],
    layouts: page ? { page } : {},
  }) as unknown as ObjectMeta;

bring({ related: { first: ['d'], elsewhere: ['told'], telling: [], people: {} } });

test('those of the company come first, then those that a feature names; what is told elsewhere is none', () => {
  expect(relatedObjects(meta(), objects, undefined)).toEqual(['d', 'a', 'b', 'c']);
  expect(relatedObjects(meta(), objects, ['c', 'b'])).toEqual(['c', 'b', 'd', 'a']);
});

test('a page has no list of what the company left out', () => {
  const shown = relationsOf(meta({ sections: [], related: ['b'], unlisted: ['d', 'a'] }), objects);
  expect(shown.map(({ object, field }) => `${object}.${field}`)).toEqual(['b.to', 'b.also', 'c.to']);
});

test('a list is called by the one link that leads here, else by what it lists', () => {
  expect(['b', 'c', 'gone'].map((object) => relatedLabel(meta(), objects, object))).toEqual([
    'bs',
    'Children',
    'gone',
  ]);
});

test('lists that would be called the same name the field by which they lead here', () => {
  const of = (...inverses: object[]) => ({ name: 'x', inverses }) as unknown as ObjectMeta;
  const contacts = {
    name: 'b',
    plural: { en: 'Contacts' },
    fields: [
      { name: 'to', label: { en: 'Company' }, ops: [] },
      { name: 'also', label: { en: 'Referrer' }, ops: [] },
    ],
  } as unknown as ObjectMeta;
  const headings = (meta: ObjectMeta) =>
    ['to', 'also'].map((field) => headingOf(meta, contacts, { object: 'b', field }));
  const label = { en: 'Contacts' };
  const same = ['Contacts · Company', 'Contacts · Referrer'];
  expect(headings(of(link('b'), link('b', 'also')))).toEqual(same);
  expect(headings(of(link('b', 'to', label), link('b', 'also', label)))).toEqual(same);
  expect(headings(of(link('b'), link('b', 'also', { en: 'Referred' })))).toEqual(['Contacts', 'Referred']);
});

test('what is there to be done stands in the order in which it is due, other records with the newest first', () => {
  const chore = {
    name: 'chore',
    fields: ['finished', 'until'].map((name) => ({ name, access: 'read', sortable: true, ops: [] })),
  } as unknown as ObjectMeta;
  expect(orderOf(chore)).toEqual(['-created_at']);
  bring({ objects: { chore: { tick: { verb: 'complete', done: 'finished', due: 'until' } } } });
  expect(orderOf(chore)).toEqual(['-finished', 'until']);
});
