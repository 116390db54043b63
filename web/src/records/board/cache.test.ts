import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { boardCache } from './cache';
import { cardsOf, shortened, type Cards } from './pages';
import type { Plan } from './plan';
import { columnsKey, totalsQuery } from './queries';
import { columnTotals, type BoardTotals, type Lane } from './totals';

const plan: Plan = {
  meta: { name: 'opportunity', name_field: 'name' } as ObjectMeta,
  by: { name: 'stage', type: 'choice' } as Field,
  filter: undefined,
  sort: '-updated_at',
  fields: ['name', 'stage'],
};
const summed = { sum: 'amount' };
const deal = (id: string, stage: string): Entry => ({
  id,
  version: 1,
  stage,
  amount: { amount: '10.00', currency: 'CNY' },
});
const pages = (stage: string, ...ids: string[][]): Cards => ({
  pages: ids.map((some) => ({ items: some.map((id) => deal(id, stage)), next: null })),
  pageParams: ids.map(() => null),
});

let queries: QueryClient;
const key = (code: string) => [...columnsKey(plan), code];
const ids = (code: string) => cardsOf(queries.getQueryData<Cards>(key(code))).map((card) => card.id);
const totals = () =>
  columnTotals(queries.getQueryData(totalsQuery(plan, summed).queryKey) ?? { lanes: [], more: false });
const counted = (totals: Lane['totals']): BoardTotals => ({
  lanes: [{ id: undefined, name: '', totals }],
  more: false,
});
const board = () => boardCache(queries, plan, summed);

beforeEach(() => {
  queries = new QueryClient();
  queries.setQueryData(key('new'), pages('new', ['a', 'b'], ['c', 'd']));
  queries.setQueryData(key('late'), pages('late', ['x'], ['y']));
  queries.setQueryData(
    totalsQuery(plan, summed).queryKey,
    counted({
      new: { count: 4, sum: { amount: '40.00', currency: 'CNY' } },
      late: { count: 2, sum: { amount: '20.00', currency: 'CNY' } },
      won: { count: 9 },
    }),
  );
});

test('a move is shown at once, on top of the other column and in the totals', async () => {
  await board().move(deal('c', 'new'), 'new', 'late');
  expect(ids('new')).toEqual(['a', 'b', 'd']);
  expect(ids('late')).toEqual(['c', 'x', 'y']);
  expect(cardsOf(queries.getQueryData<Cards>(key('late')))[0]?.stage).toBe('late');
  expect(totals()).toMatchObject({ new: { count: 3 }, late: { count: 3, sum: { amount: '30.00' } } });
});

test('a refusal puts the card back where it stood', async () => {
  const before = queries.getQueryData<Cards>(key('new'));
  const stood = totals();
  const move = await board().move(deal('c', 'new'), 'new', 'late');
  board().back(move);
  expect(queries.getQueryData(key('new'))).toEqual(before);
  expect(ids('late')).toEqual(['x', 'y']);
  expect(totals()).toEqual(stood);
});

test('a refusal leaves what else was moved meanwhile', async () => {
  const first = await board().move(deal('a', 'new'), 'new', 'late');
  await board().move(deal('d', 'new'), 'new', 'late');
  board().back(first);
  expect(ids('new')).toEqual(['a', 'b', 'c']);
  expect(ids('late')).toEqual(['d', 'x', 'y']);
});

test('the answer of the server replaces the card, also when the column was read anew meanwhile', async () => {
  const move = await board().move(deal('a', 'new'), 'new', 'late');
  queries.setQueryData(key('new'), pages('new', ['a', 'b']));
  queries.setQueryData(key('late'), pages('late', ['x', 'y']));
  board().settle(move, { ...deal('a', 'late'), version: 2 });
  expect(ids('new')).toEqual(['b']);
  expect(cardsOf(queries.getQueryData<Cards>(key('late'))).map(({ id, version }) => [id, version])).toEqual([
    ['a', 2],
    ['x', 1],
    ['y', 1],
  ]);
});

test('a column that was never loaded stays so', async () => {
  const move = await board().move(deal('a', 'new'), 'new', 'won');
  board().settle(move, deal('a', 'won'));
  expect(queries.getQueryData(key('won'))).toBeUndefined();
});

test('a column that is known to be empty shows the card though nobody has read it', async () => {
  const move = await board().move(deal('a', 'new'), 'new', 'lost');
  expect(ids('lost')).toEqual(['a']);
  board().back(move);
  expect(ids('lost')).toEqual([]);
  expect(ids('new')).toEqual(['a', 'b', 'c', 'd']);
});

test('a move within a lane leaves the others', async () => {
  const lanes = { name: 'owner', type: 'user' } as Field;
  const wang = { ...plan, lanes, lane: 'wang' };
  const lane = (id: string, count: number) => ({ id, name: id, totals: { new: { count } } });
  const { queryKey } = totalsQuery(wang, summed);
  queries.setQueryData(queryKey, { lanes: [lane('li', 2), lane('wang', 1)], more: false });
  queries.setQueryData([...columnsKey(wang), 'new'], pages('new', ['w']));
  await boardCache(queries, wang, summed).move(deal('w', 'new'), 'new', 'late');
  expect(queries.getQueryData(queryKey)?.lanes).toMatchObject([
    { totals: { new: { count: 2 } } },
    { totals: { new: { count: 0 }, late: { count: 1 } } },
  ]);
  expect(cardsOf(queries.getQueryData<Cards>([...columnsKey(wang), 'late'])).map(({ id }) => id)).toEqual([
    'w',
  ]);
  expect(ids('new')).toEqual(['a', 'b', 'c', 'd']);
});

test('back at the top only the first pages are kept', () => {
  const long = pages('new', ['a'], ['b'], ['c'], ['d']);
  expect(cardsOf(shortened(long)).map((card) => card.id)).toEqual(['a', 'b']);
  expect(shortened(long).pageParams).toHaveLength(2);
  const short = pages('new', ['a'], ['b']);
  expect(shortened(short)).toBe(short);
});
