import { Lock, Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEditable } from '@/fields/Edit';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { isForItself } from '@/ui/press';
import { toast } from '@/ui/toast';
import { useFocusAfter } from '@/ui/useFocusAfter';
import { useLock } from '../approval/locks';
import { FactEditor } from '../editing/FactEditor';
import { AddedUpHint } from '../editing/AddedUp';
import { useAddedUp } from '../editing/useAddedUp';
import styles from './Facts.module.css';

interface Props {
  object: string;
  entry: Entry;
  field: Field;
  /** Whether the person may change the record. */
  open: boolean;
}

/** A value that is changed where it stands: click, type, Enter; Esc gives it back. */
export function Fact({ object, entry, field, open }: Props) {
  const { t } = useTranslation('record');
  const [editing, edit] = useState(false);
  const of = { object, id: entry.id };
  const may = open && isEditable(field);
  const { lines } = useAddedUp(may ? of : undefined, field.name);
  const pencil = useRef<HTMLButtonElement>(null);
  useFocusAfter(editing, () => pencil.current);
  const value = entry[field.name];
  const lock = useLock(field.name);

  if (editing && !lines) {
    return <FactEditor object={object} entry={entry} field={field} onEnd={() => edit(false)} />;
  }
  const shown = isEmpty(value) ? (
    <span className={styles.empty}>—</span>
  ) : (
    <Show field={field} value={value} whole />
  );
  if (!may || lines) {
    return (
      <div className={styles.value} data-locked={lock !== undefined}>
        {shown}
        {lock !== undefined && (
          <button
            type="button"
            className={styles.lock}
            aria-label={`${say(field.label)} ${lock}`}
            title={lock}
            onClick={() => toast.problem(lock)}
          >
            <Lock size={12} strokeWidth={1.5} aria-hidden />
          </button>
        )}
        {lines && (
          <div>
            <AddedUpHint of={of} lines={lines} leads />
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={styles.value} data-open onClick={(event) => isForItself(event) && edit(true)}>
      {shown}
      <button
        type="button"
        ref={pencil}
        data-edit
        className={styles.pencil}
        aria-label={t('edit_field', { field: say(field.label) })}
        onClick={() => edit(true)}
      >
        <Pencil size={12} aria-hidden />
      </button>
    </div>
  );
}
