import i18next from 'i18next';
import type { Money } from './records';
import { language } from './i18n';

/** Formatters are dear to make and cheap to keep. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: (language: string) => T,
): T {
  const of = `${language()} ${key}`;
  const known = made.get(of);
  if (known) {
    return known as T;
  }
  const fresh = make(language());
  made.set(of, fresh);
  return fresh;
}

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Moments are shown in the time zone of the person, not of the browser. */
export function inZone(name: string): void {
  zone = name;
}

export const ownZone = (): string => zone;

const DAY = 86_400_000;

export const number = (value: number): string =>
  kept('number', (l) => new Intl.NumberFormat(l)).format(value);

/** Chinese stands off from the letters and digits of others. */
const gap = (before: string, after: string): string =>
  /^(\p{sc=Han}[\p{sc=Latin}\p{Nd}]|[\p{sc=Latin}\p{Nd}]\p{sc=Han})$/u.test(
    before.slice(-1) + after.slice(0, 1),
  )
    ? ' '
    : '';

/** Names one after the other as a sentence has them. */
export const inARow = (names: string[]): string =>
  new Intl.ListFormat(language())
    .formatToParts(names)
    .reduce((row, { value }) => row + gap(row, value) + value, '');

const KILO = 1024;
const sizes = ['B', 'KB', 'MB', 'GB'];

/** How large a file is: `1.4 MB`. */
export function fileSize(bytes: number): string {
  const step = Math.min(sizes.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)));
  const value = bytes / KILO ** step;
  return `${number(Number(value.toFixed(value < 10 && step > 0 ? 1 : 0)))} ${sizes[step] ?? ''}`;
}

/** Decimals come as text and are told without losing a digit. */
export function decimal(text: string): string {
  const [whole = '0', places] = text.split('.');
  if (!/^-?\d+$/.test(whole)) {
    return text; // typed and not refused yet
  }
  const grouped = kept('decimal', (l) => new Intl.NumberFormat(l)).format(BigInt(whole.replace('-', '')));
  const sign = text.startsWith('-') ? '-' : '';
  return sign + grouped + (places === undefined ? '' : `.${places}`);
}

/** `¥` for CNY. */
export const currencySign = (currency: string): string =>
  kept(
    `sign ${currency}`,
    (l) => new Intl.NumberFormat(l, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  )
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency;

/** Sign of the currency and amount, without places that say nothing: `¥` and `1,280,000`. */
export function money(value: Money): { sign: string; amount: string } {
  const sign = currencySign(value.currency);
  return { sign, amount: decimal(value.amount.replace(/\.0+$/, '')) };
}

export function moneyText(value: Money): string {
  const { sign, amount } = money(value);
  return amount.startsWith('-') ? `-${sign}${amount.slice(1)}` : sign + amount;
}

/** A large sum in few characters: `¥128万`, `¥1.3M`. */
export const briefMoney = (amount: number, currency: string): string =>
  kept(
    `brief ${currency}`,
    (l) =>
      new Intl.NumberFormat(l, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        notation: 'compact',
        useGrouping: 'always',
        maximumFractionDigits: 1,
        minimumFractionDigits: 0,
      }),
  ).format(amount);

/** A moment in full, in the person's zone. */
export const moment = (iso: string): string =>
  kept(
    `moment ${zone}`,
    (l) =>
      new Intl.DateTimeFormat(l, {
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
        timeZone: zone,
      }),
  ).format(new Date(iso));

/** The calendar day of a moment in the person's zone, as `2026-12-18`. */
export const dayOf = (at: Date): string =>
  kept(
    `day ${zone}`,
    () =>
      new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }),
  ).format(at);

/** What the person's clock says at that moment: `09:30`. */
export const clock = (at: Date): string =>
  kept(
    `clock ${zone}`,
    (l) =>
      new Intl.DateTimeFormat(l, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
  ).format(at);

/** How many days after the first the second is. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const steps: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
];

/** How long ago or how soon, as people say it: `2 小时前`, `昨天`, else the day. */
export function relative(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const speak = kept('relative', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }));
  const days = daysBetween(dayOf(now), dayOf(at));
  if (days === 0) {
    let left = (at.getTime() - now.getTime()) / 1000;
    for (const [size, unit] of steps) {
      if (Math.abs(left) < size) {
        return unit === 'second' ? i18next.t('just_now') : speak.format(Math.trunc(left), unit);
      }
      left /= size;
    }
  }
  const said = relativeDay(dayOf(at), dayOf(now));
  return days === -1 || days === 1 ? `${said} ${clock(at)}` : said;
}

/** How far a calendar day is, as people say it: `昨天`, `3 天后`, else the day. */
export function relativeDay(day: string, today = dayOf(new Date())): string {
  const days = daysBetween(today, day);
  return Math.abs(days) <= 7
    ? kept('relative', (l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' })).format(days, 'day')
    : shortDay(day, today);
}

/** A calendar day as English readers write it; the year is left out when it is said elsewhere. */
const englishDay = (day: string, year: boolean): string =>
  kept(
    year ? 'dated' : 'day of year',
    (l) =>
      new Intl.DateTimeFormat(l, {
        month: 'short',
        day: 'numeric',
        ...(year && { year: 'numeric' }),
        timeZone: 'UTC',
      }),
  ).format(Date.parse(day));

/** Whether days are written by their numbers, as `2026-12-18`. */
const inNumbers = (day: string): boolean => language() !== 'en' || Number.isNaN(Date.parse(day));

/** A calendar day without what goes without saying: `11-10`, `Nov 10`, with its year when that is another one. */
export function shortDay(day: string, today = dayOf(new Date())): string {
  const other = !day.startsWith(today.slice(0, 4));
  return inNumbers(day) ? day.slice(other ? 0 : 5) : englishDay(day, other);
}

/** A calendar day in a table: `2026-12-18`, `Dec 18`, `Dec 18, 2025`. */
export const dayText = (day: string, today = dayOf(new Date())): string =>
  inNumbers(day) ? day : shortDay(day, today);

/** A calendar day in words, such as `11月26日星期四`. */
export const dayName = (day: string): string =>
  kept(
    'day name',
    (l) => new Intl.DateTimeFormat(l, { month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' }),
  ).format(Date.parse(day));

/** The day of the week in short, such as `周六`. */
export const weekdayName = (day: string): string =>
  kept('weekday in short', (l) => new Intl.DateTimeFormat(l, { weekday: 'short', timeZone: 'UTC' })).format(
    Date.parse(day),
  );

/** A month in words, such as `2026年11月`. */
export const monthName = (day: string): string =>
  kept(
    'month name',
    (l) => new Intl.DateTimeFormat(l, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
  ).format(Date.parse(day));

/** A month alone, such as `11月`. */
export const monthShort = (day: string): string =>
  kept('month', (l) => new Intl.DateTimeFormat(l, { month: 'short', timeZone: 'UTC' })).format(
    Date.parse(day),
  );

/** Monday to Sunday in one letter or two. */
export const weekdayNames = (): string[] =>
  Array.from({ length: 7 }, (_, i) =>
    kept('weekday', (l) => new Intl.DateTimeFormat(l, { weekday: 'narrow', timeZone: 'UTC' })).format(
      Date.UTC(2026, 0, 5 + i),
    ),
  );
