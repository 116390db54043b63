import type { ComponentType } from 'react';
import Text from './text/Show';
import { isEmpty, type Shown } from './values';

/** How each type of field is drawn, by the name of its folder. */
const drawings = import.meta.glob<ComponentType<Shown>>('./*/Show.tsx', { eager: true, import: 'default' });

/** A value as people read it; nothing for an empty one. */
export function Show({ field, value, whole, line }: Shown) {
  if (isEmpty(value)) {
    return null;
  }
  const Drawn = drawings[`./${field.type}/Show.tsx`] ?? Text;
  return <Drawn field={field} value={value} whole={whole} line={line} />;
}
