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

/** The texts by their keys; one for every number that a language has. */
function texts(of: object, before = ''): [string, string][] {
  return Object.entries(of).flatMap(([key, text]: [string, unknown]): [string, string][] =>
    typeof text === 'object' && text !== null
      ? texts(text, `${before}${key}.`)
      : [[`${before}${key}`.replace(/_(one|other)$/, ''), String(text)]],
  );
}

/** What is filled into each text; `one` may say its number in a word, and i18next counts by `count` unseen. */
function places(of: object): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [key, text] of texts(of)) {
    const named = [...text.matchAll(/\{\{(\w+)(?:, mid)?\}\}/g)].map((m) => m[1] ?? '');
    all[key] = [...new Set([...(all[key] ?? []), ...named])].sort();
  }
  return all;
}

test('both languages say the same things', () => {
  expect(said(chinese)).toEqual(said(english));
});

test('each text is filled with the same in both languages', () => {
  expect(places(chinese)).toEqual(places(english));
});

test('whoever reads Chinese is spoken to politely', () => {
  expect(texts(chinese).filter(([, text]) => text.includes('你'))).toEqual([]);
});

test('texts for people end without a full stop and are not empty', () => {
  const all = JSON.stringify([chinese, english]).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  expect(all.filter((text) => text === '""' || /[.\u3002]"$/.test(text))).toEqual([]);
});
