// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { draft } from './draft';

afterEach(() => localStorage.clear());

test('a draft holds what was typed and nothing that a form came with', () => {
  draft.keep('contact', { name: '王芳' });
  draft.keep('contact', { title: '经理' });
  draft.keep('contact', { name: '王方' });
  expect(draft.read('contact')).toEqual({ name: '王方', title: '经理' });
  expect(draft.read('lead')).toEqual({});
  draft.drop('contact');
  expect(draft.read('contact')).toEqual({});
});
