import type { ComponentProps, KeyboardEvent } from 'react';
import { Show } from '@/fields/Show';
import { FactEditor } from './FactEditor';
import { TotalHint } from './Total';
import { useTotal } from './useTotal';
import styles from './Total.module.css';

/** A value while it is changed in its cell, or why nobody types it. */
export function ValueEditor(props: ComponentProps<typeof FactEditor>) {
  const { object, entry, field, onEnd, onTab } = props;
  const of = { object, id: entry.id };
  const { total, asking } = useTotal(of, field.name);
  if (asking) {
    return null;
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onEnd();
    } else if (event.key === 'Tab') {
      onTab?.(event);
    }
  };
  return total ? (
    <div className={styles.note}>
      <Show field={field} value={entry[field.name]} />
      <TotalHint of={of} total={total} leads autoFocus onKeyDown={press} onBlur={onEnd} />
    </div>
  ) : (
    <FactEditor {...props} />
  );
}
