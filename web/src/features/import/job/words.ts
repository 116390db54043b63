import i18next from 'i18next';
import { number } from '@/lib/format';
import { say, type Label } from '@/lib/meta';
import type { Kind } from './api';

/** What a kind of problem is called; without a name of its own, what the server says of one of them. */
export function kindName(kind: Pick<Kind, 'code' | 'message'>): string {
  const key = `imports:kinds.${kind.code.replaceAll('.', '_')}`;
  return i18next.t(key, { defaultValue: unstopped(kind.message) });
}

/** One lead, two leads. */
export const counted = (meta: { label: Label; plural: Label }, count: number): string =>
  say(count === 1 ? meta.label : meta.plural);

/** How long something takes still, roughly. */
export function duration(seconds: number): string {
  const t = i18next.getFixedT(null, 'imports');
  if (seconds < 10) {
    return t('time.soon');
  }
  return seconds < 90
    ? t('time.seconds', { n: number(Math.round(seconds / 10) * 10) })
    : t('time.minutes', { n: number(Math.round(seconds / 60)) });
}

/** The server's sentences among labels, which have no full stop. */
export const unstopped = (text: string): string => text.replace(/[.。]$/, '');
