import { expect, test } from 'vitest';
import { allDifferences, samePlan, toggled, type Plan } from './plan';

const plan: Plan = {
  parts: [{ id: 'a', label: { en: 'A' }, fields: ['one'], folded: false }],
  key: undefined,
  related: undefined,
  unlisted: ['task'],
};
const told = (after: Plan, before = plan) => allDifferences(before, after);

test('a plan that says nothing differs from one that says what is usual', () => {
  expect(samePlan(plan, { ...plan })).toBe(true);
  expect(samePlan(plan, { ...plan, key: [] })).toBe(false);
  expect(samePlan({ ...plan, related: ['x'] }, { ...plan, related: ['x'] })).toBe(true);
  expect(samePlan({ ...plan, unlisted: ['a', 'b'] }, { ...plan, unlisted: ['b', 'a'] })).toBe(true);
});

test('a name comes last or goes', () => {
  expect(toggled(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

test('what stands around the sections is told besides them', () => {
  expect(told(plan)).toEqual([]);
  expect(
    told({ ...plan, parts: [], key: ['owner'], related: ['task', 'quote'], unlisted: ['quote'] }),
  ).toEqual([
    { kind: 'key', fields: ['owner'] },
    { kind: 'section_gone', part: plan.parts[0] },
    { kind: 'field_out', field: 'one', part: plan.parts[0] },
    { kind: 'related_ordered' },
    { kind: 'related_out', object: 'quote' },
    { kind: 'related_in', object: 'task' },
  ]);
  expect(told(plan, { ...plan, key: ['owner'], related: ['task'] })).toEqual([
    { kind: 'key_usual' },
    { kind: 'related_usual' },
  ]);
});
