import { expect, test } from 'vitest';
import { fitted, grouped, limited } from './approval';

const asked = [
  'mode',
  'who',
  'people',
  'role',
  'level',
  'percent',
  'late',
  'working',
  'within_days',
  'copies',
  'new',
].map((name) => ({ name }));
const names = (input: Record<string, unknown>) =>
  grouped(asked, input).map(({ group, asked: own }) => [group, ...own.map(({ name }) => name)]);

test('only what fits the choice is asked, and what is not known comes last', () => {
  expect(names({})).toEqual([
    ['who', 'who', 'level'],
    ['time', 'within_days'],
    ['content'],
    ['cases', 'copies', 'new'],
  ]);
  expect(names({ who: 'people', mode: 'percent', within_days: 2 })).toEqual([
    ['who', 'who', 'people', 'mode', 'percent'],
    ['time', 'within_days', 'working', 'late'],
    ['content'],
    ['cases', 'copies', 'new'],
  ]);
});

test('a limit begins in working time, and stays as it is said then', () => {
  expect(limited({}, { within_days: 1 })).toEqual({ within_days: 1, working: true });
  expect(limited({ within_days: 1 }, { within_days: 2 })).toEqual({ within_days: 2 });
  expect(limited({ within_days: 1, working: true }, {})).toEqual({});
  expect(limited({}, { who: 'manager' })).toEqual({ who: 'manager' });
});

test('what does not fit any more is forgotten', () => {
  expect(
    fitted({ who: 'manager', people: ['a'], level: 2, mode: 'all', percent: 3, working: true, late: 'pass' }),
  ).toEqual({
    who: 'manager',
    level: 2,
  });
  expect(
    fitted({ who: 'role', role: 'legal', level: 2, mode: 'all', within_hours: 3, late: 'pass' }),
  ).toEqual({
    who: 'role',
    role: 'legal',
    mode: 'all',
    within_hours: 3,
    late: 'pass',
  });
});
