// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { remember, remembered, visit } from './memory';

const here = () => remembered('opportunity', 'u1').here;
const look = (address: string) => remember('opportunity', 'u1', 'all', new URLSearchParams(address));

afterEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test('what a link brought along is not gone on with', () => {
  look('view=all&sort=name');
  visit('opportunity', 'u1', '{"a":1}');
  look('view=all&filter={"a":1}');
  look('view=all&filter={"a":1}&peek=1');
  expect(here()).toBe('view=all&sort=name');
});

test('a filter of one\u2019s own is gone on with', () => {
  visit('opportunity', 'u1', '{"a":1}');
  look('view=all&filter={"a":2}');
  expect(new URLSearchParams(here() ?? '').get('filter')).toBe('{"a":2}');
});
