import { theme as antd, type ThemeConfig } from 'antd';

export type Mode = 'light' | 'dark';
export type Density = 'compact' | 'normal';

/** The colours of a mode; text on any of the surfaces reaches 4.5 to 1. */
export const palettes = {
  light: {
    canvas: '#f7f8fa',
    surface: '#ffffff',
    raised: '#ffffff',
    hairline: '#e6e8ec',
    hover: '#f1f3f5',
    text: '#1b1f26',
    text2: '#5b6472',
    text3: '#656e7c',
    accent: '#0b7a63',
    accentHover: '#09644f',
    accentTint: '#e7f4f0',
    onAccent: '#ffffff',
    info: '#2d6cdf',
    success: '#2b8a57',
    warning: '#b86e00',
    danger: '#c93a3a',
    shadow: '0 1px 2px rgb(16 24 40 / 6%), 0 8px 24px rgb(16 24 40 / 10%)',
  },
  dark: {
    canvas: '#0f1215',
    surface: '#16191e',
    raised: '#1d2127',
    hairline: '#2a2f37',
    hover: '#1f242a',
    text: '#e8eaed',
    text2: '#a6aeba',
    text3: '#8b94a1',
    accent: '#3dbe9f',
    accentHover: '#5cd0b4',
    accentTint: '#17312b',
    onAccent: '#0b1512',
    info: '#6ea0ff',
    success: '#58b985',
    warning: '#dfa04a',
    danger: '#f07f7f',
    shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 50%)',
  },
} as const satisfies Record<Mode, Record<string, string>>;

/** Twelve quiet colours for choices, tags and faces: text and ground, in both modes. */
const tags = {
  grey: ['#4a5361', '#eceef1', '#bac2cd', '#282d35'],
  slate: ['#3f5873', '#e7edf4', '#a9c1dc', '#222e3b'],
  blue: ['#2256b0', '#e6eefb', '#9dbdf7', '#1c2c49'],
  cyan: ['#0b6480', '#e0f2f7', '#86cfe6', '#15323c'],
  jade: ['#0a6a56', '#e2f3ee', '#7fd3bd', '#15322b'],
  green: ['#2c6b3f', '#e5f3e9', '#97d2a9', '#1c3323'],
  olive: ['#5d6416', '#f1f3dc', '#cdd580', '#2f3217'],
  amber: ['#8a5200', '#fcf0dc', '#e8bb74', '#3a2b13'],
  orange: ['#9a4310', '#fcebe1', '#f0ae87', '#3d2618'],
  red: ['#a82e2e', '#fbe9e9', '#f2a5a5', '#3d2020'],
  pink: ['#9c2a68', '#fae8f1', '#eda3c8', '#3b2030'],
  violet: ['#5f3fb0', '#efeafb', '#c1aef2', '#2c2445'],
} as const;

export type TagColour = keyof typeof tags;
export const tagColours = Object.keys(tags) as TagColour[];

/** What nobody chose a colour for gets none that reads as good or bad. */
const telling: TagColour[] = ['grey', 'green', 'amber', 'orange', 'red'];
const quiet = tagColours.filter((colour) => !telling.includes(colour));

/** The colour of that name, else one that the text always gets. */
export function tagColour(text: string, named?: string | null): TagColour {
  if (named && named in tags) {
    return named as TagColour;
  }
  let hash = 0;
  for (const character of text) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return quiet[hash % quiet.length] ?? 'slate';
}

/** What text is set in; `--font` puts before it what a language has of its own. */
const FACE =
  "'Inter Variable', Inter, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif";

const kebab = (name: string) => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

/** Gives the style sheets their variables: `--text-2`, `--tag-blue-ground`. */
export function dress(mode: Mode, density: Density): void {
  const root = document.documentElement;
  root.dataset.mode = mode;
  root.style.colorScheme = mode;
  const give = (name: string, value: string) => root.style.setProperty(`--${name}`, value);
  Object.entries(palettes[mode]).forEach(([name, value]) => give(kebab(name), value));
  const dark = mode === 'dark';
  Object.entries(tags).forEach(([name, [text, ground, darkText, darkGround]]) => {
    give(`tag-${name}-text`, dark ? darkText : text);
    give(`tag-${name}-ground`, dark ? darkGround : ground);
  });
  give('face', FACE);
  give('row', density === 'compact' ? '36px' : '44px');
}

/** The colours that a chart is drawn with; series follow each other so that neighbours differ. */
export function chartColours(mode: Mode) {
  const { text, text2, text3, hairline, hover, surface, accent, raised } = palettes[mode];
  const of = (name: TagColour) => tags[name][mode === 'dark' ? 2 : 0];
  const series = (['jade', 'blue', 'amber', 'violet', 'cyan', 'pink', 'olive', 'slate'] as const).map(of);
  return {
    text,
    text2,
    text3,
    hairline,
    hover,
    surface,
    accent,
    raised,
    series,
    quiet: mode === 'dark' ? '#4c535e' : '#b9c0ca',
    font: getComputedStyle(document.documentElement).getPropertyValue('--font'),
  };
}

/** The same for the components of antd. */
export function antdTheme(mode: Mode, touch: boolean): ThemeConfig {
  const p = palettes[mode];
  return {
    algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: p.accent,
      colorPrimaryHover: p.accentHover,
      colorInfo: p.info,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorError: p.danger,
      colorLink: p.accent,
      colorTextBase: p.text,
      colorText: p.text,
      colorTextSecondary: p.text2,
      colorTextTertiary: p.text3,
      colorTextPlaceholder: p.text3,
      colorBgBase: p.surface,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBgLayout: p.canvas,
      colorBorder: p.hairline,
      colorBorderSecondary: p.hairline,
      colorTextLightSolid: p.onAccent,
      boxShadow: p.shadow,
      boxShadowSecondary: p.shadow,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: touch ? 44 : 32,
      fontSize: 14,
      fontFamily: 'var(--font)',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Checkbox: { colorBorder: p.text3 },
      Radio: { colorBorder: p.text3 },
      // what is chosen has a ground of its own; words stay words
      Dropdown: { colorPrimary: p.text },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#2a2f37' : '#1b1f26', colorTextLightSolid: '#ffffff' },
    },
  };
}
