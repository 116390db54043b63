import { expect, test } from 'vitest';
import english from '../messages/en';
import chinese from '../messages/zh-CN';

function keys(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? keys(text, `${before}${key}.`) : [`${before}${key}`],
  );
}

/** Chinese has one number where English has two. */
const said = (texts: object) =>
  [...new Set(keys(texts).map((key) => key.replace(/_(one|other)$/, '')))].sort();

const places = (texts: object): string[] =>
  [...JSON.stringify(texts).matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

test('both languages say the same things', () => {
  expect(said(chinese)).toEqual(said(english));
  expect(new Set(places(chinese))).toEqual(new Set(places(english)));
});

test('texts for people end without a full stop and are not empty', () => {
  const texts = JSON.stringify([chinese, english]).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(texts.filter((text) => text === '""' || /[.\u3002]"$/.test(text))).toEqual([]);
});
