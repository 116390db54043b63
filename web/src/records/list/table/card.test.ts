import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import { cardHeight, cardOf } from './card';

const fields = (...types: string[]) => types.map((type, i) => ({ name: `${type}${i}`, type }) as Field);
const drawn = (...types: string[]) => cardOf(fields(...types)).map((place) => place.map(({ type }) => type));

test('short values share a place, where the first of them stands', () => {
  expect(drawn('text', 'link', 'choice', 'money', 'choice')).toEqual([
    ['text'],
    ['link'],
    ['choice', 'choice'],
    ['money'],
  ]);
  expect(drawn('text', 'phone', 'email')).toEqual([['text'], ['phone'], ['email']]);
});

test('the first value names the record, and stands by itself; what is beyond the fifth has no place', () => {
  expect(drawn('integer', 'choice', 'date', 'text', 'text', 'link')).toEqual([
    ['integer'],
    ['choice'],
    ['date'],
    ['text'],
    ['text'],
  ]);
});

test('a card is as high as its lines, and never lower than a thumb', () => {
  expect(cardHeight(fields('text', 'link', 'choice', 'money', 'choice'))).toBe(64);
  expect(cardHeight(fields('text', 'phone', 'email', 'date', 'link'))).toBe(92);
  expect(cardHeight(fields('text'))).toBe(44);
});
