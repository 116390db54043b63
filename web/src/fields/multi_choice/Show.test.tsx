// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Field } from '@/lib/meta';
import Show from './Show';

const field = { name: 'tags', type: 'multi_choice' } as Field;
const words = (line: boolean) => {
  const place = document.createElement('p');
  place.innerHTML = renderToStaticMarkup(<Show field={field} value={['a', 'b', 'c', 'd']} line={line} />);
  return [...place.querySelectorAll('span > span')].map((tag) => tag.textContent);
};

test('where there is but a line, the first stand there and how many more', () => {
  expect(words(true)).toEqual(['a', 'b', '+2']);
  expect(words(false)).toEqual(['a', 'b', 'c', 'd']);
});
