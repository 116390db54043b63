import { useEffect, useRef } from 'react';

type Act = (event: KeyboardEvent) => void;

const mac = navigator.userAgent.includes('Mac');

const untyped = new Set(['checkbox', 'radio', 'button']);

function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) {
    return !untyped.has(target.type);
  }
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function pressed(event: KeyboardEvent): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  return (
    (mod ? 'mod+' : '') + (event.shiftKey && event.key.length > 1 ? 'shift+' : '') + event.key.toLowerCase()
  );
}

/** Acts by keys, such as `mod+k`, `/` and `j`; plain ones are for those who are not typing. */
export function useKeys(acts: Record<string, Act>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = pressed(event);
      const act = latest.current[key];
      if (!act || event.defaultPrevented || event.isComposing || event.altKey) {
        return;
      }
      if (typing(event.target) && !key.startsWith('mod+')) {
        return;
      }
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** How the modifier is called on this machine. */
export const modifier = mac ? '⌘' : 'Ctrl ';
