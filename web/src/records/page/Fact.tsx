import { useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { canEdit, Edit } from '@/fields/Edit';
import { Show } from '@/fields/Show';
import { isEmpty, written } from '@/fields/values';
import { problemsOf, putBack, useChange } from '@/lib/changes';
import { say, type Field } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
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
  const { t: common } = useTranslation();
  const [draft, setDraft] = useState<{ value: unknown }>();
  const queries = useQueryClient();
  const change = useChange(object, entry);
  const place = useRef<HTMLDivElement>(null);
  const value = entry[field.name];
  const label = say(field.label);
  const editable =
    open && !field.read_only && !field.fixed && field.access === 'write' && canEdit(field.type);
  const wrong = problemsOf(change.error).get(field.name);

  const stop = () => {
    setDraft(undefined);
    change.reset();
  };
  const save = async () => {
    if (!draft || JSON.stringify(draft.value ?? null) === JSON.stringify(value ?? null)) {
      stop();
      return;
    }
    const former = { [field.name]: written(value) };
    try {
      await change.mutateAsync({
        values: { [field.name]: written(draft.value) },
        shown: { [field.name]: draft.value },
      });
      stop();
      toast.done(t('saved', { field: label }), {
        label: common('undo'),
        run: () => void putBack(queries, object, entry.id, former).catch(tell),
      });
    } catch (error) {
      if (!problemsOf(error).has(field.name)) {
        tell(error);
      }
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      stop();
    } else if (event.key === 'Enter' && (field.type !== 'long_text' || event.ctrlKey || event.metaKey)) {
      void save();
    }
  };
  /** Menus of the editor open elsewhere in the page; only leaving both is an end. */
  const left = (to: EventTarget | null) => {
    if (
      to instanceof Node &&
      !place.current?.contains(to) &&
      !(to as Element).closest('.ant-picker-dropdown, .ant-select-dropdown, .ant-cascader-dropdown')
    ) {
      void save();
    }
  };

  if (draft) {
    return (
      <div
        ref={place}
        className={styles.editing}
        onKeyDown={press}
        onBlur={(event) => left(event.relatedTarget)}
      >
        <Edit
          field={field}
          value={draft.value}
          autoFocus
          wrong={wrong !== undefined}
          onChange={(next) => setDraft({ value: next })}
        />
        {wrong && (
          <p role="alert" className={styles.wrong}>
            {wrong}
          </p>
        )}
      </div>
    );
  }
  const shown = isEmpty(value) ? (
    <span className={styles.empty}>—</span>
  ) : (
    <Show field={field} value={value} />
  );
  if (!editable) {
    return <div className={styles.value}>{shown}</div>;
  }
  return (
    <div
      className={styles.value}
      data-open
      onClick={(event) => !(event.target as Element).closest('a') && setDraft({ value })}
    >
      {shown}
      <button
        type="button"
        className={styles.pencil}
        aria-label={t('edit_field', { field: label })}
        onClick={() => setDraft({ value })}
      >
        <Pencil size={12} aria-hidden />
      </button>
    </div>
  );
}
