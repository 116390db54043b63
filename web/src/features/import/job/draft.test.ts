import { expect, test } from 'vitest';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import type { Guess, Import } from './api';
import {
  assign,
  become,
  differs,
  draftOf,
  fillable,
  giveTo,
  listing,
  meaning,
  missing,
  unsaidOwner,
  type Draft,
  wantedOf,
  whoseOf,
} from './draft';
import { likelyBy, namedBy, saysNothing } from './likeness';
import { fresh, open, valued } from './values';

const field = (name: string, more: object = {}) => ({
  name,
  label: { en: name, 'zh-CN': name },
  type: 'text',
  ops: ['eq', 'in'],
  access: 'write',
  required: false,
  read_only: false,
  unique: false,
  sortable: true,
  settings: {},
  ...more,
});

const choices = [
  { code: 'web', label: { en: 'Web site', 'zh-CN': '官网' } },
  { code: 'fair', label: { en: 'Fair', 'zh-CN': '展会' } },
];

const meta = {
  name: 'lead',
  can: { create: true, update: true },
  fields: [
    field('name', { required: true }),
    field('mobile', { type: 'phone' }),
    field('source', { type: 'choice', choices }),
    field('day', { type: 'date' }),
    field('owner', { type: 'user', target: 'user' }),
  ],
} as unknown as ObjectMeta;

const guess = (column: string, more: Partial<Guess> = {}): Guess => ({
  column,
  samples: [],
  seen: 4,
  filled: 4,
  distinct: 4,
  kind: 'TEXT',
  field: null,
  confidence: 0,
  format: null,
  formats: [],
  found: {},
  values: {},
  ...more,
});

const guesses = [
  guess('姓名', { field: 'name', confidence: 1 }),
  guess('渠道', { found: { 官网: 2, 'WEB-SITE': 1, '-': 1, 电话: 3 } }),
  guess('日期', { formats: ['M/d/yyyy', 'd/M/yyyy'] }),
];

const looked = {
  id: 'a',
  look: true,
  dry_run: true,
  object: 'lead',
  mode: 'create',
  match: [],
  duplicates: 'allow',
  repair: false,
  sheet: null,
  encoding: null,
  delimiter: '\t',
  mapping: { columns: [{ column: '姓名', field: 'name' }], constants: {} },
  proposal: {
    columns: guesses,
    fields: ['name', 'mobile', 'source', 'day'],
    whole: true,
    rows: 4,
    broken: 0,
  },
  kinds: [],
  fixes: [],
} as unknown as Import;

const named = (name: string) => fillable(looked, meta).find((each) => each.name === name) ?? null;
const draft = draftOf(looked, meta);

test('choices are recognised by code and label, nearly alike ones are likely', () => {
  expect(namedBy('官网', choices)?.code).toBe('web');
  expect(namedBy('WEB-SITE', choices)).toBeUndefined();
  expect(likelyBy('WEB-SITE', choices)?.code).toBe('web');
  expect(likelyBy('电话', choices)).toBeUndefined();
  expect([' Select ', 'N/A', '请选择', '－'].map(saysNothing)).toEqual([true, true, true, true]);
  expect(saysNothing('展会')).toBe(false);
});

test('only what the person may import can be filled', () => {
  expect(fillable(looked, meta).map((each) => each.name)).toEqual(['name', 'mobile', 'source', 'day']);
});

test('a column that becomes a choice brings what its texts stand for', () => {
  const next = assign(draft, guesses, '渠道', named('source'));
  expect(next.columns[1]?.values).toEqual({ 'WEB-SITE': 'web', '-': '' });
  const [values] = valued(looked, meta, next);
  expect(values?.said.map(({ text, known }) => [text, known])).toEqual([
    ['电话', false],
    ['官网', true],
    ['WEB-SITE', false],
    ['-', false],
  ]);
  expect(values && open(values).map(({ text }) => text)).toEqual(['电话']);
  const chosen = meaning(next, '渠道', '电话', 'fair');
  expect(valued(looked, meta, chosen).flatMap(open)).toEqual([]);
  expect(meaning(chosen, '渠道', '电话', undefined)).toEqual(next);
});

test('few unknown texts become options, many stay out until that is meant', () => {
  const origin = field('source', { type: 'choice', open: true, choices }) as unknown as Field;
  const said = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`展位 ${i}`, 1]));
  const into = (found: Guess['found']) => {
    const some = [guess('渠道', { found })];
    const wide = { ...looked, proposal: { ...looked.proposal, columns: some } };
    const open = { ...meta, fields: [...meta.fields.filter(({ name }) => name !== 'source'), origin] };
    const next = assign(draftOf(wide, open), some, '渠道', origin);
    return { next, wide, all: valued(wide, open, next) };
  };
  expect(into({ 官网: 9, 'WEB-SITE': 2, '-': 1, ...said(10) }).next.columns[0]?.listed).toBeUndefined();
  const many = into({ 官网: 9, 'WEB-SITE': 2, ...said(11) });
  expect(many.next.columns[0]).toMatchObject({ values: { 'WEB-SITE': 'web' }, listed: true });
  expect(many.all.flatMap(fresh)).toHaveLength(11);
  expect(wantedOf(many.wide, many.next, true).mapping?.columns?.[0]).toMatchObject({ unknown: 'empty' });
  const all = listing(many.next, '渠道', false);
  expect(wantedOf(many.wide, all, true).mapping?.columns?.[0]).toMatchObject({ unknown: 'add' });
  const uncounted = into(null);
  expect(uncounted.next.columns[0]?.listed).toBe(true);
  expect(uncounted.all).toHaveLength(1);
});

test('a field has one column, and required ones are missed', () => {
  expect(missing(draft, fillable(looked, meta))).toEqual([]);
  const moved = assign({ ...draft, match: ['name'] }, guesses, '渠道', named('name'));
  expect(moved.columns.map((each) => each.field)).toEqual([null, 'name', null]);
  expect(moved.match).toEqual(['name']);
  const left = assign(moved, guesses, '渠道', null);
  expect(left.match).toEqual([]);
  expect(missing(left, fillable(looked, meta)).map((each) => each.name)).toEqual(['name']);
  expect(missing({ ...left, mode: 'upsert' }, fillable(looked, meta))).toEqual([]);
  expect(missing({ ...left, constants: { name: 'x' } }, fillable(looked, meta))).toEqual([]);
  expect(missing({ ...left, constants: { name: '' } }, fillable(looked, meta))).toHaveLength(1);
});

test('what is asked for tells the whole mapping and how the file was read', () => {
  const dated = assign(draft, guesses, '日期', named('day'));
  expect(dated.columns[2]?.format).toBeUndefined();
  const wanted = wantedOf(looked, { ...dated, constants: { source: 'web', mobile: '' } }, true);
  expect(wanted).toMatchObject({ from: 'a', dry_run: true, delimiter: 'tab', duplicates: 'allow' });
  expect(wanted.mapping).toEqual({
    columns: [
      { column: '姓名', field: 'name' },
      { column: '渠道', field: null },
      { column: '日期', field: 'day' },
    ],
    constants: { source: 'web' },
  });
});

test('a draft differs once something else is asked for, whatever its order', () => {
  const tried = { ...looked, look: false };
  expect(differs(tried, meta, draftOf(tried, meta))).toBe(false);
  expect(differs(tried, meta, { ...draft, repair: true })).toBe(true);
  expect(differs(tried, meta, assign(draft, guesses, '渠道', named('source')))).toBe(true);
});

test('a sheet with the IDs of an export changes the records that it names, unless all are to be new', () => {
  const sheet = {
    ...looked,
    mapping: { columns: [{ column: '姓名', field: 'name' }], constants: {} },
    proposal: { ...looked.proposal, columns: [guess('记录 ID', { field: 'id', confidence: 1 }), ...guesses] },
  } as unknown as Import;
  const named = draftOf(sheet, meta);
  expect(named).toMatchObject({ mode: 'update', match: ['id'] });
  expect(named.columns[0]).toMatchObject({ column: '记录 ID', field: 'id' });
  const anew = become(named, 'create');
  expect(anew).toMatchObject({ mode: 'create', match: [] });
  expect(anew.columns[0]?.field).toBeNull();
  const back = assign(anew, sheet.proposal.columns, '记录 ID', field('id') as unknown as Field);
  expect(back).toMatchObject({ mode: 'update', match: ['id'] });
  expect(draftOf(sheet, { ...meta, can: { create: true } }).mode).toBe('create');
});

test('new records are given to nobody by an empty owner or a pool, and to a colleague by an ID', () => {
  const owner = fieldsOf(meta).filter(({ name }) => name === 'owner');
  expect(unsaidOwner(draft, owner)?.name).toBe('owner');
  expect(unsaidOwner({ ...draft, mode: 'update' }, owner), 'who is there keeps theirs').toBeUndefined();
  expect(unsaidOwner(assign(draft, guesses, '渠道', owner[0] ?? null), owner)).toBeUndefined();

  const sent = (given: Draft) => wantedOf(looked, given, true).mapping?.constants;
  const pool = { field: 'pool', id: 'p1' };
  const nobody = giveTo(draft, 'nobody', undefined);
  expect([whoseOf(draft, undefined), sent(draft)]).toEqual(['me', {}]);
  expect([whoseOf(nobody, undefined), sent(nobody)]).toEqual(['nobody', { owner: '' }]);
  const pooled = giveTo(nobody, 'nobody', pool);
  expect([whoseOf(pooled, pool), sent(pooled)]).toEqual(['nobody', { pool: 'p1' }]);
  const li = giveTo(pooled, { id: 'li' }, pool);
  expect([whoseOf(li, pool), sent(li)]).toEqual(['other', { owner: 'li' }]);
  expect(giveTo(li, 'me', pool)).toEqual(draft);
});
