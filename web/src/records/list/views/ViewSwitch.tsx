import { CalendarDays, Kanban, Rows3, StretchHorizontal, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { useNarrow, useSmall } from '@/ui/useNarrow';
import { boardFields } from '../../board/plan';
import { dayFields } from '../../calendar/dayFields';
import type { View } from './useView';
import type { Kind } from './arrangement';
import styles from './ViewSwitch.module.css';

const icons: Record<Kind, LucideIcon> = { table: Rows3, board: Kanban, calendar: CalendarDays };

/** Table, board or calendar as far as the object has fields for them. */
export function ViewSwitch({ view }: { view: View }) {
  const { t: views } = useTranslation('views');
  const { kind, by, day, change } = view;
  const small = useSmall();
  const kinds: Kind[] = [
    'table',
    ...(by ? (['board'] as const) : []),
    ...(day ? (['calendar'] as const) : []),
  ];
  if (kinds.length === 1) {
    return null;
  }
  return (
    <div role="group" aria-label={views('kind')} className={styles.views}>
      {kinds.map((each) => {
        const Icon = icons[each];
        return (
          <button
            key={each}
            type="button"
            className={styles.view}
            aria-pressed={kind === each}
            title={views(each)}
            onClick={() => change({ kind: each })}
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
            <span className={small ? 'sr-only' : undefined}>{views(each)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** By which field the board or the calendar goes. */
export function ViewBy({ meta, view }: { meta: ObjectMeta; view: View }) {
  const { kind, by, day, lanes, laneField, change } = view;
  const narrow = useNarrow();
  const { t } = useTranslation('board');
  const { t: calendar } = useTranslation('calendar');
  return (
    <>
      {kind === 'board' && by && (
        <By
          label={t('by')}
          fields={boardFields(meta)}
          chosen={by}
          onChoose={(name) => change({ by: name, limits: undefined })}
        />
      )}
      {kind === 'board' && laneField && !narrow && (
        <button
          type="button"
          className={styles.lanes}
          aria-pressed={lanes !== undefined}
          onClick={() => change({ lanes: lanes ? undefined : laneField.name })}
        >
          <StretchHorizontal size={14} strokeWidth={1.5} aria-hidden />
          {t('lanes_by', { field: say(laneField.label) })}
        </button>
      )}
      {kind === 'calendar' && day && (
        <By
          label={calendar('by')}
          fields={dayFields(meta)}
          chosen={day}
          onChoose={(name) => change({ day: name })}
        />
      )}
    </>
  );
}

interface ByProps {
  label: string;
  fields: Field[];
  chosen: Field;
  onChoose: (name: string) => void;
}

/** Chooses the field that a board or a calendar goes by. */
function By({ label, fields, chosen, onChoose }: ByProps) {
  const { t } = useTranslation('board');
  const all = [...new Set([...fields, chosen])];
  return all.length > 1 ? (
    <select
      className={styles.by}
      aria-label={label}
      value={chosen.name}
      onChange={(event) => onChoose(event.target.value)}
    >
      {all.map((field) => (
        <option key={field.name} value={field.name}>
          {t('by_field', { field: say(field.label) })}
        </option>
      ))}
    </select>
  ) : null;
}
