import { ChevronDown, Kanban, Rows3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { say, type ObjectMeta } from '@/lib/meta';
import { boardField, boardFields } from '../board/plan';
import styles from './ViewSwitch.module.css';

/** The field of the board that the address asks for; none for the table. */
export function useBoard(meta: ObjectMeta) {
  const [asked] = useSearchParams();
  return asked.get('view') === 'board' ? boardField(meta, asked.get('by')) : undefined;
}

/** Table or board, and by which field. */
export function ViewSwitch({ meta }: { meta: ObjectMeta }) {
  const { t } = useTranslation('board');
  const [, ask] = useSearchParams();
  const by = useBoard(meta);
  const fields = boardFields(meta);
  if (fields.length === 0 && !by) {
    return null;
  }
  const show = (change: Record<string, string | null>) =>
    ask(
      (before) => {
        const after = new URLSearchParams(before);
        Object.entries(change).forEach(([name, value]) =>
          value === null ? after.delete(name) : after.set(name, value),
        );
        return after;
      },
      { replace: true },
    );
  const views = [
    { label: t('as_table'), Icon: Rows3, chosen: !by, change: { view: null, by: null } },
    { label: t('as_board'), Icon: Kanban, chosen: Boolean(by), change: { view: 'board' } },
  ];
  return (
    <div className={styles.switch}>
      {by && fields.length > 1 && (
        <span className={styles.choice}>
          <select
            className={styles.by}
            aria-label={t('by')}
            value={by.name}
            onChange={(event) => show({ by: event.target.value })}
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
      <div role="group" aria-label={t('view')} className={styles.views}>
        {views.map(({ label, Icon, chosen, change }) => (
          <button
            key={label}
            type="button"
            className={styles.view}
            aria-pressed={chosen}
            onClick={() => show(change)}
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
            <span>{label}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
