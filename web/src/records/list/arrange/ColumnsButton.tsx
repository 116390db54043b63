import { Columns3 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import type { ObjectMeta } from '@/lib/meta';
import type { View } from '../views/useView';
import styles from './Arrange.module.css';

const load = () => import('./ColumnsPopover');
const ColumnsPopover = lazy(load);

/** Opens which columns are shown, and in which order. */
export function ColumnsButton({ meta, view }: { meta: ObjectMeta; view: View }) {
  const { t } = useTranslation('list');
  const [anchor, open] = useState<HTMLElement>();
  return (
    <>
      <button
        type="button"
        data-brief
        className={styles.tool}
        aria-label={t('columns')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onPointerEnter={() => prepare(load)}
        onClick={(event) => open(anchor ? undefined : event.currentTarget)}
      >
        <Columns3 size={14} aria-hidden />
        <span className={styles.word}>{t('columns')}</span>
      </button>
      <Suspense fallback={null}>
        {anchor && <ColumnsPopover meta={meta} view={view} anchor={anchor} onClose={() => open(undefined)} />}
      </Suspense>
    </>
  );
}
