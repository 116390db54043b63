import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type english from '../messages/en';
import { calls } from './api';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const nameOf: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
  }
}

const KEY = 'hemai.language';
const messages = {
  'zh-CN': () => import('../messages/zh-CN'),
  en: () => import('../messages/en'),
};

const isLanguage = (code: string | null): code is Language => languages.includes(code as Language);

/** What the person chose in this browser, else what the browser speaks. */
function preferred(): Language {
  const chosen = localStorage.getItem(KEY);
  if (isLanguage(chosen)) {
    return chosen;
  }
  return navigator.languages.some((code) => code.startsWith('zh')) ? 'zh-CN' : 'en';
}

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN');

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]/;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name that is written from right to left keeps that to itself where it stands in a sentence; none turns the sentence round. */
export function isolated(text: string): string {
  const harmless = text.replace(TURNING, '');
  return RIGHT_TO_LEFT.test(harmless) ? `\u2068${harmless}\u2069` : harmless;
}

/** A name that begins with a capital, as it is written within a sentence; one such as `SKU` stays. */
export const mid = (name: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/**
 * Loads the words of a language and speaks it from then on.
 *
 * @param keep whether this browser's user chose it, and speaks it next time too
 */
export async function speak(code: Language, keep = true): Promise<void> {
  if (!i18next.hasResourceBundle(code, 'common')) {
    const { default: words } = await messages[code]();
    Object.entries(words).forEach(([namespace, texts]) => i18next.addResourceBundle(code, namespace, texts));
  }
  calls.language(code);
  document.documentElement.lang = code;
  if (keep) {
    localStorage.setItem(KEY, code);
  }
  await i18next.changeLanguage(code);
}

/** Speaks the preferred language. */
export async function startSpeaking(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escape: isolated },
    returnNull: false,
  });
  i18next.services.formatter?.add('mid', (value) => mid(String(value)));
  await speak(preferred());
}
