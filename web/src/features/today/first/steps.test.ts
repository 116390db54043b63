import { expect, test } from 'vitest';
import type { Session } from '@/lib/session';
import { isNew, setsUp, stepsOf, type Standing } from './steps';

const begun: Standing = { named: false, departments: 1, people: 1 };
const now = Date.parse('2026-11-26T08:00:00Z');
const done = (standing: Standing, changed = false) =>
  stepsOf(standing, changed)
    .filter((step) => step.done)
    .map((step) => step.name);

test('of a company that has just been made nothing is done', () => {
  expect(done(begun)).toEqual([]);
});

test('each step is done by what is there', () => {
  expect(done({ ...begun, named: true })).toEqual(['company']);
  expect(done({ ...begun, departments: 2 })).toEqual(['departments']);
  expect(done({ ...begun, people: 2 })).toEqual(['people']);
  expect(done({ ...begun, oldest: '2026-11-26T07:00:00Z' })).toEqual(['data']);
  expect(done(begun, true)).toEqual(['password']);
});

test('a company is new until its first data are two weeks old', () => {
  expect(isNew(begun, now)).toBe(true);
  expect(isNew({ ...begun, oldest: '2026-11-20T08:00:00Z' }, now)).toBe(true);
  expect(isNew({ ...begun, oldest: '2025-11-20T08:00:00Z' }, now)).toBe(false);
});

test('is for whoever looks after people and objects', () => {
  const session = { admin: ['people', 'meta'] } as Session;
  expect(setsUp(session)).toBe(true);
  expect(setsUp({ ...session, admin: ['people'] })).toBe(false);
  expect(setsUp(null)).toBe(false);
});
