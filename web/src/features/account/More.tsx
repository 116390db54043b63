import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format';
import styles from './account.module.css';

/** Says that only the first are shown, and where the others are. */
export function More({ n, children }: { n: number; children?: ReactNode }) {
  const { t } = useTranslation('account');
  return (
    <p className={styles.more}>
      {t('first', { n: number(n) })} {children}
    </p>
  );
}
