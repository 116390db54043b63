import type { KeyboardEvent, MouseEvent } from 'react';

/** Whether a click there changes something: not one into a text, or on what stands around. */
const changes = (at: EventTarget): boolean =>
  at instanceof Element &&
  at.closest('button, td, label, [role=option], [role=switch], [role=checkbox], .ant-select-item') !== null;

/** Whether the key chooses something of a list that hangs from the field. */
const chooses = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof Element && target.getAttribute('aria-expanded') === 'true';

/** For what has inputs within: tells once something is typed there or chosen, also of what hangs from one of them. */
export const touching = (onTouch: () => void) => ({
  onInput: onTouch,
  onClick: ({ target }: MouseEvent) => changes(target) && onTouch(),
  onKeyDownCapture: (event: KeyboardEvent) => chooses(event) && onTouch(),
});
