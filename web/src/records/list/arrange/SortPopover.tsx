import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, ObjectMeta } from '@/lib/meta';
import { Floating } from '@/ui/Floating';
import { IconButton } from '@/ui/IconButton';
import { FieldPicker } from '../FieldPicker';
import { keyOf, MOST_KEYS, sortKindOf, textOf } from '../sorting';
import type { View } from '../views/useView';
import styles from './Arrange.module.css';

interface Props {
  meta: ObjectMeta;
  view: View;
  anchor: HTMLElement;
  onClose: () => void;
  title: (path: string) => string;
  /** The field at the end of a path, as far as it is known. */
  field: (path: string) => Field | undefined;
}

/** By what the list is sorted, the first before the others; each turned round or taken away. */
export default function SortPopover({ meta, view, anchor, onClose, title, field }: Props) {
  const { t } = useTranslation('list');
  const { t: filter } = useTranslation('filter');
  const [adding, add] = useState(false);
  const keys = view.sort.map(keyOf);
  const kind = (path: string) => {
    const at = field(path);
    return at ? sortKindOf(at) : 'order';
  };
  const change = (next: typeof keys) => view.sortBy(next.map(textOf));
  return (
    <Floating anchor={anchor} label={t('sort')} onClose={onClose} width={280} align="end">
      {adding ? (
        <FieldPicker
          meta={meta}
          fits={(field) => field.sortable}
          placeholder={filter('search_fields')}
          exit={{ label: t('sort'), act: () => add(false) }}
          onPick={({ path }) => {
            change([...keys.filter((key) => key.path !== path), { path, down: false }]);
            add(false);
          }}
        />
      ) : (
        <div className={styles.rows}>
          {keys.map((key, i) => (
            <div key={key.path} className={styles.row}>
              <span className={styles.name}>{title(key.path)}</span>
              <button
                type="button"
                className={styles.quiet}
                onClick={() =>
                  change(keys.map((each, j) => (j === i ? { ...each, down: !each.down } : each)))
                }
              >
                {key.down ? <ArrowDown size={14} aria-hidden /> : <ArrowUp size={14} aria-hidden />}
                {t(`directions.${kind(key.path)}.${key.down ? 'down' : 'up'}`)}
              </button>
              <IconButton
                small
                label={t('sort_remove', { field: title(key.path) })}
                onClick={() => change(keys.filter((_, j) => j !== i))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </div>
          ))}
          {keys.length < MOST_KEYS && (
            <button type="button" className={styles.add} onClick={() => add(true)}>
              <Plus size={14} aria-hidden />
              {t('sort_add')}
            </button>
          )}
        </div>
      )}
    </Floating>
  );
}
