import { expect, test } from 'vitest';
import '@/features';
import { goingKeys } from '@/features/places';
import english from '@/messages/en';
import { actsOf, keysOf, places } from '@/ui/keymap';

const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!../ui/keymap.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

const entries = places.flatMap((place) => actsOf(place).map((act) => [place, act] as const));

/** Keys that are bound together from a list say so by that list. */
const inLists: Record<string, string[]> = {
  everywhere: Object.keys(goingKeys),
};

/** Whether some source binds the entry: in what it hands to `useKeys`, or by asking whether a key is the entry's. */
const isBound = (place: string, act: string): boolean =>
  (inLists[place]?.includes(act) ?? false) ||
  sources.some(
    (source) =>
      (source.includes(`useKeys('${place}'`) ||
        source.includes(`'${place}',`) ||
        source.includes(`'${place}'>`)) &&
      new RegExp(`\\b${act}\\b(:| })|'${place}', '${act}'`).test(source),
  );

test('every key of the map does something, and says what', () => {
  const acts: Record<string, Record<string, string>> = english.keys.acts;
  expect(entries.filter(([place, act]) => !isBound(place, act))).toEqual([]);
  expect(entries.filter(([place, act]) => acts[place]?.[act] === undefined)).toEqual([]);
  expect(
    Object.entries(acts).flatMap(([place, words]) => Object.keys(words).map((act) => [place, act])),
  ).toEqual(entries.map((entry) => [...entry]));
});

test('no key of a place means two things, nor one that works everywhere, but for undo of what the page has', () => {
  const all = (place: (typeof places)[number]) => actsOf(place).flatMap((act) => [...keysOf(place, act)]);
  for (const place of places) {
    expect(new Set(all(place)).size, place).toBe(all(place).length);
    if (place !== 'everywhere') {
      expect(
        all(place).filter(
          (key) => key !== 'mod+z' && all('everywhere').some((other) => other.split(' ')[0] === key),
        ),
        place,
      ).toEqual([]);
    }
  }
});
