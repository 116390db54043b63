import { useEffect, useRef, type ComponentProps, type KeyboardEvent } from 'react';
import { Show } from '@/fields/Show';
import type { OwnLines } from '../brought';
import { FactEditor } from './FactEditor';
import { AddedUpHint } from './AddedUp';
import { useAddedUp } from './useAddedUp';
import styles from './AddedUp.module.css';

type Props = ComponentProps<typeof FactEditor>;

/** A value while it is changed in its cell, or why nobody types it. */
export function ValueEditor(props: Props) {
  const { object, entry, field } = props;
  const { lines, asking } = useAddedUp({ object, id: entry.id }, field.name);
  if (asking) {
    return null;
  }
  return lines ? <Note {...props} lines={lines} /> : <FactEditor {...props} />;
}

/** Has the focus and goes as an editor does. */
function Note({ object, entry, field, lines, onEnd, onTab }: Props & { lines: OwnLines }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onEnd();
    } else if (event.key === 'Tab') {
      onTab?.(event);
    }
  };
  return (
    <div className={styles.note}>
      <Show field={field} value={entry[field.name]} />
      <AddedUpHint
        ref={link}
        of={{ object, id: entry.id }}
        lines={lines}
        leads
        onKeyDown={press}
        onBlur={onEnd}
      />
    </div>
  );
}
