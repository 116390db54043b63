import { language, type Language } from './i18n';

const part = (zone: string, spoken: Language, style: 'longGeneric' | 'shortOffset'): string =>
  new Intl.DateTimeFormat(spoken, { timeZone: zone, timeZoneName: style })
    .formatToParts()
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** A time zone as people know it, with the name that machines give it: `中国标准时间 GMT+8 · Asia/Shanghai`. */
export const zoneNamed = (zone: string, spoken: Language): string =>
  `${part(zone, spoken, 'longGeneric')} ${part(zone, spoken, 'shortOffset')} · ${zone}`;

/** A currency as people know it, with its code: `人民币 CNY`. */
export function currencyNamed(code: string): string {
  const name = new Intl.DisplayNames(language(), { type: 'currency' }).of(code);
  return name === undefined || name === code ? code : `${name} ${code}`;
}
