import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { addressed, applied, differing, isSaid } from './address';
import { arrangementOf, keptOf, type Arrangement } from './arrangement';
import { bring } from '../../brought';
import { builtInViews } from './builtIn';

const full: Arrangement = {
  kind: 'board',
  filter: { and: [{ field: 'owner', op: 'eq', value: '$me' }] },
  sort: ['-score', 'name'],
  columns: ['mobile', 'account.industry'],
  widths: { mobile: 120, 'account.industry': 200 },
  pinned: ['mobile'],
  density: 'compact',
  totals: { 'account.worth': 'max', amount: 'sum' },
  by: 'status',
  card: ['mobile'],
  lanes: 'owner',
  limits: { new: 20, working: 8 },
  day: 'created_at',
};
const bare: Arrangement = { kind: 'table' };
const none = new URLSearchParams();

test('a view is kept and read as it is', () => {
  expect(arrangementOf(keptOf(full))).toEqual(full);
  expect(arrangementOf(keptOf(bare))).toEqual(bare);
  expect(keptOf(bare)).toEqual({ kind: 'table', filter: null, columns: null, sort: null, settings: null });
});

test('of what others wrote only that is taken which makes sense', () => {
  const odd = {
    kind: 'gantt' as 'table',
    filter: [],
    columns: 'x',
    sort: [1, '-a', '-a'],
    settings: {
      widths: { a: -1, b: 'x', c: 90 },
      density: 'huge',
      totals: { a: 'most', b: 'avg' },
      by: 7,
      card: [null],
    },
  };
  expect(arrangementOf(odd)).toEqual({
    kind: 'table',
    sort: ['-a'],
    widths: { c: 90 },
    totals: { b: 'avg' },
  });
  expect(arrangementOf({ ...odd, settings: 'none' })).toEqual({ kind: 'table', sort: ['-a'] });
});

test('a filter of another shape is none', () => {
  const odd: unknown[] = [
    {},
    { and: [5] },
    { and: {} },
    { or: [{ and: [null] }] },
    { not: 'x' },
    { field: 'name' },
    { field: 'name', op: 7 },
    { field: 'amount', op: 'eq', value: { amount: {}, currency: 5 } },
  ];
  for (const filter of odd) {
    expect(arrangementOf({ ...keptOf(bare), filter })).toEqual(bare);
  }
  const sound: unknown[] = [
    { field: 'amount', op: 'between', value: [{ amount: '1', currency: 'CNY' }, '7'] },
    {
      not: {
        or: [
          { field: 'name', op: 'empty' },
          { field: 'score', op: 'in', value: [1, null] },
        ],
      },
    },
  ];
  for (const filter of sound) {
    expect(arrangementOf({ ...keptOf(bare), filter })).toEqual({ kind: 'table', filter });
  }
});

test('the address says what is changed, and nothing of what is not', () => {
  expect(addressed(none, 'v1', full, full).toString()).toBe('view=v1');
  const wider = { ...full, widths: { mobile: 200 }, sort: ['name'] };
  const asked = addressed(none, 'v1', full, wider);
  expect([...asked.keys()].sort()).toEqual(['sort', 'view', 'widths']);
  expect(applied(full, asked)).toEqual(wider);
  expect(addressed(asked, 'v1', full, full).toString()).toBe('view=v1');
});

test('every part goes through the address and back, there and away again', () => {
  expect(applied(bare, addressed(none, 'v', bare, full))).toEqual(full);
  expect(applied(full, addressed(none, 'v', full, bare))).toEqual(bare);
});

test('a part that is written in another order is the same', () => {
  const filter = { op: 'eq' as const, value: 1, field: 'a' };
  const turned = { field: 'a', op: 'eq' as const, value: 1 };
  expect(differing({ kind: 'table', filter }, { kind: 'table', filter: turned })).toEqual([]);
  expect(differing(bare, { ...bare, density: 'compact' })).toEqual(['density']);
});

test('a mangled address shows the view as it is kept', () => {
  const mangled = new URLSearchParams('view=v&filter=%7Bx&kind=gantt&widths=a&density=huge&other=1');
  expect(applied(full, mangled)).toEqual(full);
  expect(addressed(mangled, 'v', full, full).toString()).toBe('view=v&other=1');
});

test('an address that says nothing of a list is told from one that does', () => {
  expect(isSaid(new URLSearchParams('other=1'))).toBe(false);
  expect(isSaid(new URLSearchParams('filter=%7B%7D'))).toBe(true);
  expect(isSaid(new URLSearchParams('view=all'))).toBe(true);
});

function object(...fields: { name: string; ops: string[]; access?: string }[]): ObjectMeta {
  return { fields } as unknown as ObjectMeta;
}

test('built-in views follow the fields that the person sees', () => {
  const ids = (meta: ObjectMeta) => builtInViews(meta).map((view) => view.id);
  const owner = { name: 'owner', ops: ['eq'] };
  const due = { name: 'next_follow_up_at', ops: ['within'] };
  expect(ids(object())).toEqual(['all']);
  expect(ids(object(due))).toEqual(['all']);
  expect(ids(object(owner, due, { name: 'created_at', ops: ['within'] }))).toEqual([
    'all',
    'mine',
    'due',
    'fresh',
  ]);
  expect(ids(object({ ...owner, access: 'hidden' }, { name: 'department', ops: ['eq'] }))).toEqual([
    'all',
    'team',
  ]);
});

test('what is there to be done begins with what is open, by the day it is due', () => {
  bring({ objects: { chore: { tick: { verb: 'complete', done: 'done_at', due: 'due_at' } } } });
  const field = (name: string, access = 'read') => ({ name, access, ops: ['empty'] });
  const chores = (...fields: object[]) => ({ name: 'chore', fields }) as unknown as ObjectMeta;
  expect(builtInViews(chores(field('done_at'), field('due_at')))[0]).toEqual({
    id: 'open',
    arrangement: { kind: 'table', filter: { field: 'done_at', op: 'empty' }, sort: ['due_at'] },
  });
  expect(builtInViews(chores(field('done_at'), field('due_at', 'hidden')))[0]?.id).toBe('all');
});
