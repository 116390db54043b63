import i18next from 'i18next';
import type { Noted } from './noting';

/** What is noted down, and of a call with whom it was, where that is known. */
export const titleOf = (kind: Noted['kind'], who: string | undefined): string =>
  kind === 'call' && who
    ? i18next.t('calling:title_call', { name: who })
    : i18next.t(kind === 'call' ? 'calling:title_number' : 'calling:title_note');
