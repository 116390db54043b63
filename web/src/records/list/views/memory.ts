import type { Memory } from './choices';

const START = 'hemai.view.';

/** Of the person, since several may use a browser. */
const key = (object: string, me: string | undefined) => `${START}${me ?? ''}.${object}`;

/** What was looked at in this window is not gone on with. */
export const forgetHere = (): void =>
  Object.keys(sessionStorage)
    .filter((each) => each.startsWith(START))
    .forEach((each) => sessionStorage.removeItem(each));

export const remembered = (object: string, me: string | undefined): Memory => ({
  here: sessionStorage.getItem(key(object, me)),
  last: localStorage.getItem(key(object, me)),
});

/** A filter that a link brought along, as from a figure to its records; the list is not gone on with under it. */
export const visit = (object: string, me: string | undefined, filter: string | null): void =>
  sessionStorage.setItem(`${key(object, me)}.visit`, filter ?? '');

export function remember(object: string, me: string | undefined, view: string, asked: URLSearchParams): void {
  const filter = asked.get('filter');
  if (filter && filter === sessionStorage.getItem(`${key(object, me)}.visit`)) {
    return;
  }
  sessionStorage.setItem(key(object, me), asked.toString());
  localStorage.setItem(key(object, me), view);
}
