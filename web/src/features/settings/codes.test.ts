import { expect, test } from 'vitest';
import { codeOf } from './codes';

test('a code is made of the English name', () => {
  expect(codeOf({ 'zh-CN': '\u5e74\u9650', en: '3 Warranty (years)' }, [], 'field')).toBe('warranty_years');
});

test('without an English name it is numbered, and never one that is taken', () => {
  expect(codeOf({ 'zh-CN': '\u5e74\u9650' }, ['c_field_1'], 'field')).toBe('field_2');
  expect(codeOf({ en: 'Budget' }, ['c_budget'], 'field')).toBe('budget_2');
  expect(codeOf({ en: 'Budget' }, ['budget', 'budget_2'], 'field')).toBe('budget_3');
});

test('a long name ends within what a column may be called', () => {
  expect(codeOf({ en: 'a'.repeat(39) + ' b' }, [], 'field')).toBe('a'.repeat(39));
});
