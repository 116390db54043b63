import { language } from '@/lib/i18n';

const told = (options: Intl.DateTimeFormatOptions) => (day: string) =>
  new Intl.DateTimeFormat(language(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** `11月26日周四` */
export const dayText = told({ month: 'long', day: 'numeric', weekday: 'short' });
/** `2026年11月` */
export const monthText = (month: string): string => told({ year: 'numeric', month: 'long' })(`${month}-01`);
export const weekdayText = told({ weekday: 'short' });
