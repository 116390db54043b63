import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import { isChoice } from './CameTo';
import type { Item } from './item';

const told = [
  { name: 'came_to', choices: [{ code: 'busy', label: { 'zh-CN': '占线', en: '占线' } }] },
  { name: 'took_minutes' },
] as unknown as Field[];

test('words that only repeat what a choice beside them is called are not said twice', () => {
  const item = { facts: { came_to: 'busy', took_minutes: 3 } } as unknown as Item;
  expect(isChoice('占线', told, item)).toBe(true);
  expect(isChoice('占线，下午再打', told, item)).toBe(false);
  expect(isChoice('占线', told, { ...item, facts: { came_to: 'reached' } })).toBe(false);
});
