import { ChevronDown, Kanban, Rows3, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { say, type ObjectMeta } from '@/lib/meta';
import { boardFields } from '../board/plan';
import type { View } from './useView';
import type { Kind } from './views/arrangement';
import styles from './ViewSwitch.module.css';

const icons: Partial<Record<Kind, LucideIcon>> = { table: Rows3, board: Kanban };

/** Table or board, and by which field. */
export function ViewSwitch({ meta, view }: { meta: ObjectMeta; view: View }) {
  const { t } = useTranslation('board');
  const { t: views } = useTranslation('views');
  const { kind, by } = view;
  const fields = boardFields(meta);
  if (!by) {
    return null;
  }
  return (
    <div className={styles.switch}>
      {kind === 'board' && fields.length > 1 && (
        <span className={styles.choice}>
          <select
            className={styles.by}
            aria-label={t('by')}
            value={by.name}
            onChange={(event) => view.change({ by: event.target.value })}
          >
            {[...new Set([...fields, by])].map((field) => (
              <option key={field.name} value={field.name}>
                {t('by_field', { field: say(field.label) })}
              </option>
            ))}
          </select>
          <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
        </span>
      )}
      <div role="group" aria-label={views('kind')} className={styles.views}>
        {(Object.entries(icons) as [Kind, LucideIcon][]).map(([each, Icon]) => (
          <button
            key={each}
            type="button"
            className={styles.view}
            aria-pressed={kind === each}
            onClick={() => view.change({ kind: each })}
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
            <span>{views(each)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
