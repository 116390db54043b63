import { useTranslation } from 'react-i18next';
import { useLook } from '@/ui/look';
import type { View } from '../views/useView';
import { FieldsPopover, type Popover } from './FieldsPopover';
import styles from './Arrange.module.css';

const densities = ['normal', 'compact'] as const;

/** The columns, which of them stay in sight, and how close rows stand. */
export default function ColumnsPopover({ view, ...popover }: Popover & { view: View }) {
  const { t } = useTranslation('list');
  const look = useLook();
  const pinned = [...view.pinned];
  const pin = (path: string) => {
    const next = view.pinned.has(path) ? pinned.filter((each) => each !== path) : [...pinned, path];
    view.change({ pinned: next.length > 0 ? next : undefined });
  };
  const now = view.density ?? look.density;
  return (
    <FieldsPopover
      {...popover}
      label={t('columns')}
      add={t('columns_add')}
      fields={view.columns.filter((column) => column.name !== popover.meta.name_field)}
      onChange={view.arrange}
      pinned={{ has: (path) => view.pinned.has(path), toggle: pin }}
    >
      <div role="group" aria-label={t('density')} className={styles.density}>
        <span>{t('density')}</span>
        {densities.map((density) => (
          <button
            key={density}
            type="button"
            className={styles.choice}
            aria-pressed={now === density}
            onClick={() => view.change({ density: density === look.density ? undefined : density })}
          >
            {t(density)}
          </button>
        ))}
      </div>
    </FieldsPopover>
  );
}
