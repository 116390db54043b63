import { expect, test } from 'vitest';
import type { ObjectBrief } from '@/lib/meta';
import { creatable, menuOf } from './menu';

const object = (name: string, create = true) =>
  ({ name, custom: false, traits: ['owned'], can: { read: true, create } }) as unknown as ObjectBrief;

test('what can be made begins with what the page shows, then what is made most', () => {
  const all = [object('lead'), object('account'), object('opportunity', false), object('task')];
  const names = (here?: string) => creatable(all, here).map(({ name }) => name);
  expect(names()).toEqual(['task', 'lead', 'account']);
  expect(names('account')).toEqual(['account', 'task', 'lead']);
  expect(names('opportunity')).toEqual(['task', 'lead', 'account']);
});

test('a menu is in the order of a working day, without what is told elsewhere, what the company made at the end', () => {
  const all = [
    { ...object('own'), custom: true },
    object('quote'),
    object('activity'),
    object('contact'),
    { ...object('product'), traits: [] },
    { ...object('tag'), traits: [] },
    object('lead'),
  ];
  expect(menuOf(all).map(({ name }) => name)).toEqual(['lead', 'contact', 'product', 'quote', 'own']);
});
