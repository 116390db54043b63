import type { Memory } from './choices';

/** Of the person, since several may use a browser. */
const key = (object: string, me: string | undefined) => `hemai.view.${me ?? ''}.${object}`;

export const remembered = (object: string, me: string | undefined): Memory => ({
  here: sessionStorage.getItem(key(object, me)),
  last: localStorage.getItem(key(object, me)),
});

export function remember(object: string, me: string | undefined, view: string, asked: URLSearchParams): void {
  sessionStorage.setItem(key(object, me), asked.toString());
  localStorage.setItem(key(object, me), view);
}
