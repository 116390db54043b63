// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { inside } from './inside';

test.each([
  [null, '/'],
  ['/lead?view=all#top', '/lead?view=all#top'],
  ['lead', '/lead'],
  ['//elsewhere.example', '/'],
  ['https://elsewhere.example/lead', '/'],
  ['javascript:alert(1)', '/'],
  ['/.//x', '/'],
  ['/lead/..//x', '/'],
  ['http://', '/'],
])('%s leads to %s', (to, path) => {
  expect(inside(to)).toBe(path);
});
