/** The record that something is written about. */
export interface About {
  object: string;
  id: string;
}

/** Marks what shows a record, so that calls made from within it are noted with it. */
export const aboutMark = (object: string, id: string) => ({ 'data-about': `${object}/${id}` });

/** The record that the mark around an element names. */
export function aboutAround(element: Element | null): About | undefined {
  const [object, id] = element?.closest<HTMLElement>('[data-about]')?.dataset.about?.split('/') ?? [];
  return object && id ? { object, id } : undefined;
}
