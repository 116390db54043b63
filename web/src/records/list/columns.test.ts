import { expect, test } from 'vitest';
import type { Field, ObjectMeta } from '@/lib/meta';
import { isChangedInCell } from './columns';

const field = (more: Partial<Field> = {}) =>
  ({ name: 'company', type: 'text', access: 'write', label: {}, ops: [], ...more }) as unknown as Field;

const meta = (update: boolean) => ({ name: 'lead', can: { update } }) as unknown as ObjectMeta;

test('a cell is changed by who may change the record and the field', () => {
  expect(isChangedInCell(meta(true), field())).toBe(true);
  expect(isChangedInCell(meta(false), field())).toBe(false);
  for (const access of ['read', 'masked', 'hidden'] as const) {
    expect(isChangedInCell(meta(true), field({ access })), access).toBe(false);
  }
});

test('what Hemai fills in, what stays as it was made and what belongs to another record is not', () => {
  expect(isChangedInCell(meta(true), field({ read_only: true }))).toBe(false);
  expect(isChangedInCell(meta(true), field({ fixed: true }))).toBe(false);
  expect(isChangedInCell(meta(true), field({ name: 'account.industry' }))).toBe(false);
  expect(isChangedInCell(meta(true), field({ type: 'json' }))).toBe(false);
});
