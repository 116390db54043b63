import { expect, test } from 'vitest';
import { isNamed, treeOf } from './tree';

const region = (code: string, name: string, english: string, children = true) => ({
  code,
  label: { 'zh-CN': name, en: english },
  children,
});

test('what is found stands in what it lies in, and only itself is found', () => {
  const tree = treeOf([
    region('320000', '江苏省', 'Jiangsu'),
    region('320500', '苏州市', 'Suzhou'),
    region('320508', '姑苏区', 'Gusu', false),
    region('341300', '宿州市', 'Suzhou'),
  ]);
  expect(tree.map(({ value }) => value)).toEqual(['320000', '341300']);
  const [city] = tree[0]?.children ?? [];
  expect([city?.value, city?.children?.[0]?.value]).toEqual(['320500', '320508']);
  expect(
    isNamed(
      ' suzhou',
      [tree[0], city].filter((each) => each !== undefined),
    ),
  ).toBe(true);
  expect(isNamed('苏州', tree.slice(0, 1))).toBe(false);
});
