// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { inZone } from '@/lib/format';
import { speak, startSpeaking } from '@/lib/i18n';
import { ahead, momentFor, nameOf, nextWorkday } from './whens';

const friday = '2026-11-27';

test('a press means the morning of a day, and today its evening', () => {
  inZone('Asia/Shanghai');
  expect(momentFor('today', friday)).toBe('2026-11-27T10:00:00.000Z');
  expect(momentFor('tomorrow', friday)).toBe('2026-11-28T01:00:00.000Z');
  expect(momentFor('next_week', friday)).toBe('2026-11-30T01:00:00.000Z');
});

test('the next day of work is no day of a weekend', () => {
  const days = ['2026-11-26', friday, '2026-11-28', '2026-11-29'];
  expect(days.map((day) => nextWorkday(day))).toEqual(['tomorrow', 'next_week', 'next_week', 'tomorrow']);
});

test('what is past is not offered, and what means the same only once', () => {
  const at = (moment: string) =>
    ahead(['today', 'tomorrow', 'in_three_days', 'next_week'], new Date(moment)).map(({ when }) => when);
  expect(at('2026-11-25T17:00:00+08:00')).toEqual(['today', 'tomorrow', 'in_three_days', 'next_week']);
  expect(at('2026-11-27T19:00:00+08:00'), 'on a Friday evening').toEqual(['tomorrow', 'next_week']);
});

test('days are called by their weekday where that is not said', async () => {
  await startSpeaking();
  await speak('zh-CN');
  expect(nameOf('tomorrow', friday)).toBe('明天 周六');
  expect(nameOf('in_three_days', friday)).toBe('三天后 周一');
  expect(nameOf('next_week', friday)).toBe('下周一');
});
