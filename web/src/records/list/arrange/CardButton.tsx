import { IdCard } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import type { View } from '../views/useView';
import styles from './Arrange.module.css';

const load = () => import('./CardPopover');
const CardPopover = lazy(load);

/** Opens what the cards of a board tell. */
export function CardButton({ meta, view }: { meta: ObjectMeta; view: View }) {
  const { t } = useTranslation('list');
  const [anchor, open] = useState<HTMLElement>();
  return (
    <>
      <button
        type="button"
        data-brief
        className={styles.tool}
        aria-label={t('card')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onPointerEnter={() => prepare(load)}
        onClick={(event) => open(anchor ? undefined : event.currentTarget)}
      >
        <IdCard size={14} aria-hidden />
        <span className={styles.word}>{t('card')}</span>
      </button>
      <Suspense fallback={null}>
        {anchor && <CardPopover meta={meta} view={view} anchor={anchor} onClose={() => open(undefined)} />}
      </Suspense>
    </>
  );
}
