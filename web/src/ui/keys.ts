import { useEffect, useRef, type RefObject } from 'react';
import { keysOf, type ActOf, type Place } from './keymap';

/** Answers false when the key is not for it after all. */
type Act = (event: KeyboardEvent) => unknown;
export type Acts<P extends Place> = Partial<Record<ActOf<P>, Act>>;

interface Bound {
  place: Place;
  acts: () => Partial<Record<string, Act>>;
  within: RefObject<HTMLElement | null> | undefined;
}

const mac = navigator.userAgent.includes('Mac');
/** How long somebody may think after `g`, in milliseconds. */
const PATIENCE = 1_500;

/** What is bound now; what came last goes first, and what works everywhere after all that the page has. */
const bound: Bound[] = [];
let begun: { key: string; at: number } | undefined;

const untyped = new Set(['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color']);

function typing(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) {
    return !untyped.has(target.type);
  }
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/** What uses these keys by itself when it has the focus. */
const PRESSED = 'a, button, summary, label, input, [role=button], [role=option], [role=menuitem]';
const WALKED =
  'input, [role=radiogroup], [role=menu], [role=listbox], [role=tablist], [role=separator], [role=combobox]';

const MODAL = '[aria-modal=true]';

/** The key as entries of the map write it. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const named = key.length > 1 || (key >= 'a' && key <= 'z');
  return (
    ((mac ? event.metaKey : event.ctrlKey) ? 'mod+' : '') +
    (event.altKey ? 'alt+' : '') +
    (event.shiftKey && named ? 'shift+' : '') +
    key
  );
}

/** Whether the element that has the focus wants the key for itself. */
function wanted(key: string, target: HTMLElement, place: Place): boolean {
  // a field takes back what was typed by itself, but for those of a designer, whose typing is among its steps
  if (key.startsWith('mod+') && (key !== 'mod+z' || place === 'designer')) {
    return false;
  }
  const overlay = place === 'dialogs';
  if (key === 'escape' && (overlay || place === 'peek')) {
    return place === 'peek' && document.querySelector(MODAL) !== null;
  }
  if (typing(target) || (!overlay && (target.closest('[role=dialog]') ?? document.querySelector(MODAL)))) {
    return true;
  }
  return (
    ((key === 'enter' || key === 'space') && target.closest(PRESSED) !== null) ||
    (key.startsWith('arrow') && target.closest(WALKED) !== null)
  );
}

const usable = ({ place, within }: Bound, key: string, target: HTMLElement): boolean =>
  !wanted(key, target, place) && (within === undefined || within.current?.contains(target) === true);

/** Lets the latest that has a use for the keys act. */
function acted(keys: string, key: string, event: KeyboardEvent, target: HTMLElement): boolean {
  for (const each of [...bound].reverse()) {
    if (!usable(each, key, target)) {
      continue;
    }
    for (const [name, act] of Object.entries(each.acts())) {
      if (act && keysOf(each.place, name).includes(keys) && act(event) !== false) {
        return true;
      }
    }
  }
  return false;
}

/** Whether some entry that can be used now goes on after the key. */
const begins = (key: string, target: HTMLElement): boolean =>
  bound.some(
    (each) =>
      usable(each, key, target) &&
      Object.keys(each.acts()).some((name) =>
        keysOf(each.place, name).some((keys) => keys.startsWith(`${key} `)),
      ),
  );

function press(event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const plainly = mac ? !event.ctrlKey : !event.metaKey;
  if (
    event.defaultPrevented ||
    event.isComposing ||
    !plainly ||
    /^(Shift|Control|Alt|Meta)$/.test(event.key)
  ) {
    return;
  }
  const key = pressed(event);
  const first = begun && event.timeStamp - begun.at < PATIENCE ? begun.key : undefined;
  begun = undefined;
  if (
    (first !== undefined && acted(`${first} ${key}`, key, event, target)) ||
    acted(key, key, event, target)
  ) {
    event.preventDefault();
    event.stopPropagation(); // Esc closes one thing, not what lies below it as well
  } else if (begins(key, target)) {
    begun = { key, at: event.timeStamp };
  }
}

/**
 * Binds acts to the keys that the map of keys has for them. Plain keys are for those who do not type, and for what lies on top: below a
 * dialog they rest. With `within` they count only while the focus is in that element.
 */
export function useKeys<P extends Place>(
  place: P,
  acts: Acts<P>,
  within?: RefObject<HTMLElement | null>,
): void {
  const latest = useRef<Partial<Record<string, Act>>>(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const mine: Bound = { place, acts: () => latest.current, within };
    if ((place === 'everywhere' ? bound.unshift(mine) : bound.push(mine)) === 1) {
      document.addEventListener('keydown', press);
    }
    return () => {
      bound.splice(bound.indexOf(mine), 1);
      if (bound.length === 0) {
        document.removeEventListener('keydown', press);
      }
    };
  }, [place, within]);
}

/** For entries whose keys the focused element hears by itself, with {@link isKey} or {@link codesOf}: the map shows them. */
export const itself = (): boolean => false;

const codes: Partial<Record<string, string>> = { space: 'Space', enter: 'Enter', escape: 'Escape' };

/** The entry's keys as places on the keyboard. */
export const codesOf = <P extends Place>(place: P, act: ActOf<P>): string[] =>
  keysOf(place, act).map((key) => codes[key] ?? (/^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key));

/** Whether the key is one of the entry's, for an element that hears its own keys. */
export const isKey = <P extends Place>(place: P, act: ActOf<P>, event: KeyboardEvent): boolean =>
  keysOf(place, act).includes(pressed(event));

/** Which acts can be done by keys right now; a place is absent when nothing of it is on the screen. */
export function boundNow(): Map<Place, Set<string>> {
  const all = new Map<Place, Set<string>>();
  for (const { place, acts } of bound) {
    const names = all.get(place) ?? new Set();
    Object.entries(acts()).forEach(([name, act]) => act && names.add(name));
    all.set(place, names);
  }
  return all;
}

/** Does what the key would do; whether there was anything to do. */
export function perform<P extends Place>(place: P, act: ActOf<P>): boolean {
  const run = [...bound].reverse().find((each) => each.place === place && each.acts()[act]);
  run?.acts()[act]?.(new KeyboardEvent('keydown'));
  return run !== undefined;
}

const signs: Partial<Record<string, string>> = {
  mod: mac ? '⌘' : 'Ctrl',
  alt: mac ? '⌥' : 'Alt',
  shift: mac ? '⇧' : 'Shift',
  enter: '↵',
  escape: 'Esc',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

/** What stands on the keys: `⌘ K` for `mod+k`, each step of a sequence apart. */
export const stepsOf = (keys: string): string[][] =>
  keys.split(' ').map((step) => step.split(/\+(?=.)/).map((key) => signs[key] ?? key.toUpperCase()));

/** Keys in a word, such as `⌘B` for `mod+b`. */
export function inAWord(keys: string): string {
  const [first = []] = stepsOf(keys);
  return first.join(mac ? '' : ' ');
}

/** The first key of the entry in a word, for texts such as “⌘↵ to save”. */
export const keyText = <P extends Place>(place: P, act: ActOf<P>): string =>
  inAWord(keysOf(place, act)[0] ?? '');
