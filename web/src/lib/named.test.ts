import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { currencyNamed, zoneNamed } from './named';

beforeAll(() => i18next.init({ lng: 'zh-CN' }));

test('zones and currencies are called as people call them, with their codes', () => {
  expect(zoneNamed('Asia/Shanghai', 'zh-CN')).toBe('中国标准时间 GMT+8 · Asia/Shanghai');
  expect(currencyNamed('CNY')).toBe('人民币 CNY');
  expect(currencyNamed('XQQ')).toBe('XQQ');
});
