import { expect, test } from 'vitest';
import { antdTheme, palettes, type Mode } from './theme';

/** How bright a colour is to the eye, from 0 to 1, as WCAG reckons. */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

const modes: Mode[] = ['light', 'dark'];
const grounds = ['canvas', 'surface', 'raised', 'hover', 'accentTint'] as const;
const texts = ['text', 'text2', 'text3', 'accent'] as const;

test('reckons as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each(modes.flatMap((mode) => texts.map((text) => [mode, text] as const)))(
  'in %s, %s can be read on every ground',
  (mode, text) => {
    grounds.forEach((ground) =>
      expect(contrast(palettes[mode][text], palettes[mode][ground]), ground).toBeGreaterThanOrEqual(4.5),
    );
  },
);

test.each(modes)('in %s, the edge of a box or ring to choose by is seen on every ground', (mode) => {
  const { Checkbox, Radio } = antdTheme(mode, false).components ?? {};
  for (const edge of [Checkbox?.colorBorder, Radio?.colorBorder]) {
    grounds.forEach((ground) =>
      expect(
        contrast(edge ?? palettes[mode].hairline, palettes[mode][ground]),
        ground,
      ).toBeGreaterThanOrEqual(3),
    );
  }
});
