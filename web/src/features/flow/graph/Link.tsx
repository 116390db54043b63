import { CornerDownRight, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Spot } from '../model/tree';
import { useGraph } from './context';
import styles from './Graph.module.css';

/** The line between two cards, where another one can be put. */
export function Link({ spot, ends = false }: { spot: Spot; ends?: boolean }) {
  const { t } = useTranslation('flow');
  const { drawing } = useGraph();
  const moves = drawing?.moving !== undefined;
  return (
    <div className={styles.link} data-ends={ends}>
      {drawing && !moves && (
        <button
          type="button"
          className={styles.plus}
          aria-label={t('add')}
          aria-haspopup="menu"
          title={t('add')}
          onClick={(event) => drawing.onAdd(spot, event.currentTarget)}
        >
          <Plus size={14} strokeWidth={2} aria-hidden />
        </button>
      )}
      {drawing && moves && drawing.fits(spot) && (
        <button type="button" className={styles.here} onClick={() => drawing.onPut(spot)}>
          <CornerDownRight size={14} aria-hidden />
          {t('put_here')}
        </button>
      )}
    </div>
  );
}
