import { expect, test } from 'vitest';
import { Problem } from '@/lib/api';
import type { Filter } from '@/lib/records';
import { chipsOf, filterOf, type Condition } from './chips';
import { refusalsOf, standing } from './refusals';

const fresh: Condition = { field: 'status', op: 'in', value: ['new', 'working'] };
const web: Condition = { field: 'source', op: 'eq', value: 'website' };
const idle: Condition = { field: 'owner', op: 'empty' };
const not: Filter = { not: fresh };
/** What no server gives. */
const odd = { ...fresh, more: 1 } as Filter;

test('conditions, groups, groups in groups and what cannot be drawn come back as they were', () => {
  const deep: Filter = { or: [{ not: { and: [web, { or: [idle, { not: { or: [fresh, web] } }] }] } }, idle] };
  const filters: (Filter | undefined)[] = [
    undefined,
    fresh,
    { and: [fresh, web] },
    { or: [fresh, web] },
    { and: [fresh, { or: [web, idle] }, not] },
    not,
    { not },
    { or: [fresh, { and: [web, idle] }] },
    { or: [fresh, { or: [] }, { and: [] }] },
    { or: [] },
    deep,
    { and: [fresh, deep] },
  ];
  for (const filter of filters) {
    expect(filterOf(chipsOf(filter))).toEqual(filter);
  }
});

test('each part is a chip of its kind', () => {
  const kinds = (filter: unknown) => chipsOf(filter as Filter).map((chip) => chip.kind);
  expect(kinds({ and: [fresh, { or: [web, idle] }, not] })).toEqual(['one', 'group', 'group']);
  expect(kinds({ and: [fresh, { and: [web, idle] }] })).toEqual(['one', 'one', 'one']);
  expect(kinds({ ...fresh, more: 1 })).toEqual(['opaque']);
  expect(kinds({ and: [fresh], or: [web] })).toEqual(['opaque']);
  expect(kinds(5)).toEqual(['opaque']);
  expect(kinds(null)).toEqual(['opaque']);
  expect(kinds({ and: [] })).toEqual([]);
});

test('groups that lost all their conditions are gone', () => {
  expect(
    filterOf([
      { kind: 'group', how: 'any', of: [{ kind: 'group', how: 'none', of: [] }] },
      { kind: 'one', condition: web },
    ]),
  ).toEqual(web);
});

const refused = (field: string) =>
  new Problem({ status: 400, code: 'record.unknown_field', errors: [{ field, code: 'x', message: 'why' }] });

test('a refusal is about the parts that it names, and the rest stands', () => {
  const filter: Filter = { and: [fresh, { or: [web, idle] }, not] };
  const about = refusalsOf(refused('source'), filter);
  expect(about).toEqual({ [JSON.stringify(web)]: 'why' });
  expect(standing(filter, about)).toEqual({ and: [fresh, { or: [idle] }, not] });
});

test('a refusal that names none is about what cannot be drawn, else about everything', () => {
  expect(Object.keys(refusalsOf(refused('filter'), { and: [fresh, { or: [web, odd] }] }))).toEqual([
    JSON.stringify(odd),
  ]);
  expect(
    standing({ and: [fresh, web] }, refusalsOf(refused('filter'), { and: [fresh, web] })),
  ).toBeUndefined();
});

test('what cannot be drawn is to blame before what says the same field in a chip', () => {
  const about = refusalsOf(refused('status'), { and: [fresh, { or: [web, odd] }] });
  expect(Object.keys(about)).toEqual([JSON.stringify(odd)]);
});

test('other failures are not about the filter', () => {
  expect(refusalsOf(new Problem({ status: 403 }), fresh)).toEqual({});
  expect(refusalsOf(new Error('x'), fresh)).toEqual({});
  expect(refusalsOf(refused('x'), undefined)).toEqual({});
});
