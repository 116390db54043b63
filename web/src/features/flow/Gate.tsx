import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/Notice';
import { useMayDraw } from './api';

/** Shows pages of flows to who may draw them, and says to others who can grant it. */
export function Gate({ title, children }: { title?: string; children: ReactNode }) {
  const { t } = useTranslation('flow');
  return useMayDraw() ? children : <Notice title={title ?? t('forbidden')} hint={t('forbidden_hint')} />;
}
