import { expect, test } from 'vitest';
import type { ObjectMeta } from '@/lib/meta';
import { pathOf } from './pathOf';

const field = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  ops: [],
  label: {},
  access: 'write',
  read_only: false,
  ...more,
});
const two = { choices: [{ code: 'a' }, { code: 'b' }], phase: true };
const meta = (fields: object[]) => ({ name: 'c_plant', fields }) as unknown as ObjectMeta;

test('the path is that of a phase, best of one that can be written', () => {
  const status = field('status', 'choice', { ...two, read_only: true });
  const stage = field('stage', 'choice', two);
  expect(pathOf(meta([status, stage]))?.name).toBe('stage');
  expect(pathOf(meta([status]))?.name).toBe('status');
  expect(pathOf(meta([field('kind', 'choice', { ...two, phase: false })]))).toBeUndefined();
  expect(pathOf(meta([field('stage', 'choice', { ...two, access: 'hidden' })]))).toBeUndefined();
});
