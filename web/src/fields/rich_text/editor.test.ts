import { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import samples from './samples.json';
import { extensions } from './schema';

const written = (content: string) => new Editor({ element: null, extensions, content }).getHTML();

/** The sanitiser says it anew of each link. */
const REL = ' rel="noopener noreferrer nofollow"';

/** `RichTextOfPagesTests` of the server sees that its sanitiser makes of what is made what is kept. */
test.each(samples)('what the editor writes comes back from the sanitiser: $name', ({ made, kept }) => {
  expect(written(made)).toBe(made);
  expect(written(kept).replaceAll(REL, '')).toBe(made);
});

test('pictures from elsewhere and what could act are left out', () => {
  expect(written('<p>a<img src="https://evil.example/pixel.png"></p>')).toBe('<p>a</p>');
  expect(written('<p><a href="javascript:alert(1)">x</a></p>')).not.toContain('javascript');
  expect(written('<p onclick="x()">a</p><script>x()</script>')).toBe('<p>a</p>');
});
