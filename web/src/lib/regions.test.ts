import i18next from 'i18next';
import { expect, test } from 'vitest';
import { placeText } from './regions';

test('places are written from the greatest on, in English from the smallest', async () => {
  await i18next.init({ lng: 'zh-CN', resources: {} });
  expect(placeText(['江苏省', '苏州市'])).toBe('江苏省 苏州市');
  await i18next.changeLanguage('en');
  expect(placeText(['Jiangsu', 'Suzhou', 'Wuzhong'])).toBe('Wuzhong, Suzhou, Jiangsu');
});
