import { describe, expect, test } from 'vitest';
import { bareName } from './names';

describe('the name of a company without its legal form', () => {
  test.each([
    ['华东精密有限公司', '华东精密'],
    [' 华东精密股份有限公司 ', '华东精密'],
    ['华东精密', '华东精密'],
    ['Acme Co., Ltd.', 'acme'],
    ['Cisco', 'cisco'],
    ['华东精密上海分公司', '华东精密上海分公司'],
    ['公司', '公司'],
    [undefined, ''],
  ])('%s is %s', (name, bare) => {
    expect(bareName(name)).toBe(bare);
  });
});
