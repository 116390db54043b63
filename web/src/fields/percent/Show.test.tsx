// @vitest-environment happy-dom
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import Show from './Show';

test('a share is written like every other one: no gap before its sign', async () => {
  const common = { percent_sign: '%' };
  await i18next
    .use(initReactI18next)
    .init({ lng: 'zh-CN', defaultNS: 'common', resources: { 'zh-CN': { common } } });
  expect(renderToStaticMarkup(<Show field={{} as Field} value="27.50" />)).toBe('27.50%');
});
