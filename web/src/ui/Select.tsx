// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- this is what the others take instead
import { Select as Plain, type SelectProps } from 'antd';
import type { ReactElement } from 'react';

/**
 * Calls the list what the field is called to which it belongs, and takes back that a line is active which is none: antd leaves the list
 * without a name, and the field with a line before the first.
 */
function named(box: HTMLElement | null): void {
  const list = box?.querySelector('[role=listbox]');
  const input = list && document.getElementById(list.id.replace(/_list$/, ''));
  if (input instanceof HTMLInputElement) {
    list?.setAttribute('aria-label', input.ariaLabel ?? input.labels?.[0]?.textContent ?? '');
    if (!document.getElementById(input.getAttribute('aria-activedescendant') ?? '')) {
      input.removeAttribute('aria-activedescendant');
    }
  }
}

// a function of its own each time, since the list is made anew when there is something, or nothing any more, to choose from
const drawn = (list: ReactElement) => <div ref={(box) => named(box)}>{list}</div>;

/** A field in which one or several are chosen of what opens below it. */
export function Select<Value>(props: SelectProps<Value>) {
  return <Plain<Value> {...props} popupRender={drawn} />;
}
