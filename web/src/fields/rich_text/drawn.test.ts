// @vitest-environment happy-dom
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { meant } from './allowed';
import { drawn } from './drawn';
import samples from './samples.json';
import { words } from './words';

const shown = (html: string) => renderToStaticMarkup(createElement(Fragment, null, drawn(html)));

test.each(samples)('what is kept is drawn with all its words: $name', ({ kept }) => {
  expect(words(shown(kept))).toBe(words(kept));
});

test('nothing that could act is drawn, even when the sanitiser had let it through', () => {
  const bad = `
    <p onclick="x()">a</p><script>x()</script><a href="javascript:x()">b</a><img src="x" onerror="x()">
    <img src="https://evil.example/p.png"><iframe></iframe><svg><a href="/">s</a></svg><form><input name="c"></form>
    <p style="background:url(https://evil.example);color:red;position:fixed">d</p>`;
  const html = shown(bad);
  expect(html).not.toMatch(/onclick|script|<img|<iframe|<svg|<input|evil|style=/);
  expect(html).toContain('<a>b</a>');
});

test('links open beside the page and say nothing of where one came from', () => {
  expect(shown('<a href="https://example.com/">a</a>')).toBe(
    '<a href="https://example.com/" target="_blank" rel="noopener noreferrer nofollow">a</a>',
  );
});

test('blocks do not run into each other where only words are shown', () => {
  expect(words('<p>第一段</p><ul><li>一</li><li>二</li></ul>a<br>b')).toBe('第一段 一 二 a b');
});

test('addresses are meant as they are typed', () => {
  expect(meant(' example.com/a ')).toBe('https://example.com/a');
  expect(meant('wang@example.com')).toBe('mailto:wang@example.com');
  expect(meant('localhost:8080/x')).toBe('https://localhost:8080/x');
  expect(meant('tel:+8613800138000')).toBe('tel:+8613800138000');
  expect(meant('javascript:alert(1)')).toBeUndefined();
  expect(meant('两个 词')).toBeUndefined();
  expect(meant('')).toBeUndefined();
});
