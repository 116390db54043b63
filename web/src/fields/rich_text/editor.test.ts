// @vitest-environment happy-dom
import { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import samples from './samples.json';
import { extensions, written } from './schema';

const opened = (content: string) => new Editor({ element: null, extensions, content });
const rewritten = (content: string) => written(opened(content)) ?? '';

/** The sanitiser says it anew of each link. */
const REL = ' rel="noopener noreferrer nofollow"';

/** `RichTextOfPagesTests` of the server sees that its sanitiser makes of what is made what is kept. */
test.each(samples)('what the editor writes comes back from the sanitiser: $name', ({ made, kept }) => {
  expect(rewritten(made)).toBe(made);
  expect(rewritten(kept).replaceAll(REL, '')).toBe(made);
});

test('pictures from elsewhere and what could act are left out', () => {
  expect(rewritten('<p>a<img src="https://evil.example/pixel.png"></p>')).toBe('<p>a</p>');
  expect(rewritten('<p><a href="javascript:alert(1)">x</a></p>')).not.toContain('javascript');
  expect(rewritten('<p onclick="x()">a</p><script>x()</script>')).toBe('<p>a</p>');
});

test('where nothing is written there is nothing, and no empty line stays at the end', () => {
  expect(written(opened('<p></p>'))).toBeNull();
  expect(rewritten('<p>a</p><p></p><p>b</p><p></p>')).toBe('<p>a</p><p></p><p>b</p>');
  const picture = '<img src="/api/v1/files/0198f3a2-7c1e-7000-8000-000000000001" alt="">';
  expect(rewritten(picture)).toBe(picture);
});
