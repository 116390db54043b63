import { useEffect, useRef, type ComponentProps, type KeyboardEvent } from 'react';
import { Show } from '@/fields/Show';
import type { OwnTotal } from '../brought';
import { FactEditor } from './FactEditor';
import { TotalHint } from './Total';
import { useTotal } from './useTotal';
import styles from './Total.module.css';

type Props = ComponentProps<typeof FactEditor>;

/** A value while it is changed in its cell, or why nobody types it. */
export function ValueEditor(props: Props) {
  const { object, entry, field } = props;
  const { total, asking } = useTotal({ object, id: entry.id }, field.name);
  if (asking) {
    return null;
  }
  return total ? <Note {...props} total={total} /> : <FactEditor {...props} />;
}

/** Has the focus and goes as an editor does. */
function Note({ object, entry, field, total, onEnd, onTab }: Props & { total: OwnTotal }) {
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
      <TotalHint
        ref={link}
        of={{ object, id: entry.id }}
        total={total}
        leads
        onKeyDown={press}
        onBlur={onEnd}
      />
    </div>
  );
}
