import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import { sortedBy, sortedFurther, sortKindOf } from './sorting';

test('a click sorts by one column and turns it round', () => {
  expect(sortedBy(['-updated_at'], 'name')).toEqual(['name']);
  expect(sortedBy(['name'], 'name')).toEqual(['-name']);
  expect(sortedBy(['-name'], 'name')).toEqual(['name']);
  expect(sortedBy(['name', 'score'], 'score')).toEqual(['score']);
});

test('more columns sort after it, at most three, and leave again', () => {
  expect(sortedFurther(['name'], 'score')).toEqual(['name', 'score']);
  expect(sortedFurther(['name', 'score'], 'score')).toEqual(['name', '-score']);
  expect(sortedFurther(['name', '-score'], 'score')).toEqual(['name']);
  expect(sortedFurther(['a', 'b', 'c'], 'd')).toEqual(['b', 'c', 'd']);
});

test('which end comes first is told in the words of what is sorted', () => {
  const kinds = ['money', 'date', 'text', 'link', 'choice'].map((type) => sortKindOf({ type } as Field));
  expect(kinds).toEqual(['number', 'time', 'text', 'text', 'order']);
});
