import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { dayText, decimal, fileSize, inARow, inZone, moment, money, relative } from './format';

beforeAll(async () => {
  await i18next.init({
    lng: 'zh-CN',
    resources: {
      en: { translation: { just_now: 'just now' } },
      'zh-CN': { translation: { just_now: '刚刚' } },
    },
  });
  inZone('Asia/Shanghai');
});

test('decimals lose no digit', () => {
  expect(decimal('12345678901234567890.123456789')).toBe('12,345,678,901,234,567,890.123456789');
  expect(decimal('-1200.50')).toBe('-1,200.50');
  expect(decimal('0.05')).toBe('0.05');
});

test('money is told with its sign and without idle places', () => {
  expect(money({ amount: '1280000.00', currency: 'CNY' })).toEqual({ sign: '¥', amount: '1,280,000' });
  expect(money({ amount: '0.50', currency: 'USD' })).toEqual({ sign: '$', amount: '0.50' });
});

test('moments are told as people say them, by the days of the person', () => {
  const now = new Date('2026-11-26T02:00:00+08:00');
  expect(relative('2026-11-26T01:59:30+08:00', now)).toBe('刚刚');
  expect(relative('2026-11-26T01:58:00+08:00', now)).toBe('2分钟前');
  expect(relative('2026-11-26T00:10:00+08:00', now)).toBe('1小时前');
  expect(relative('2026-11-25T23:50:00+08:00', now)).toMatch(/^昨天/);
  expect(relative('2026-11-10T09:00:00+08:00', now)).toBe('11-10');
  expect(relative('2025-12-01T09:00:00+08:00', now)).toBe('2025-12-01');
});

test('days are written as the readers of the language write them', async () => {
  const today = '2026-11-26';
  expect(['2026-12-09', '2025-12-09'].map((day) => dayText(day, today))).toEqual([
    '2026-12-09',
    '2025-12-09',
  ]);
  await i18next.changeLanguage('en');
  expect(['2026-12-09', '2025-12-09'].map((day) => dayText(day, today))).toEqual(['Dec 9', 'Dec 9, 2025']);
  expect(relative('2026-11-10T09:00:00+08:00', new Date('2026-11-26T02:00:00+08:00'))).toBe('Nov 10');
  expect(dayText('soon', today)).toBe('soon');
  expect(moment('2026-11-10T21:05:00+08:00')).toBe('Nov 10, 2026, 21:05');
  await i18next.changeLanguage('zh-CN');
});

test('sizes of files are told in few characters', () => {
  expect([0, 900, 1536, 52_428_800, 75_497_472, 3_221_225_472].map(fileSize)).toEqual([
    '0 B',
    '900 B',
    '1.5 KB',
    '50 MB',
    '72 MB',
    '3 GB',
  ]);
});

test('names in a row stand off from what is no Chinese', () => {
  expect(inARow(['3 条动态', '2 个任务'])).toBe('3 条动态和 2 个任务');
  expect(inARow(['Li', 'Wang'])).toBe('Li 和 Wang');
  expect(inARow(['姓名', '手机', '职务'])).toBe('姓名、手机和职务');
});
