import type { RefObject } from 'react';
import type { ObjectMeta } from '@/lib/meta';
import { useKeys } from '@/ui/keys';

type Place = RefObject<HTMLElement | null>;

/** Editing, noting and keeping at hand by one key each; what is shown beside a page has them while one is in it. */
export function useRecordKeys(meta: ObjectMeta, article: Place, beside: Place | undefined): void {
  const on = (selector: string, act: (found: HTMLElement) => void) => () => {
    const found = article.current?.querySelector<HTMLElement>(selector);
    return found ? act(found) : false;
  };
  useKeys(
    'record',
    {
      ...(meta.can.update && { edit: on('[data-facts] [data-edit]', (pencil) => pencil.click()) }),
      note: on('[data-note]', (field) => field.focus()),
      favourite: on('[data-favourite]', (star) => star.click()),
    },
    beside,
  );
}
