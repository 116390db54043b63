/** Selects what the element shows, to be copied by hand. */
export const select = (element: Element | null): void => {
  if (element) {
    getSelection()?.selectAllChildren(element);
  }
};

/** Over plain http a page has no clipboard but this. */
function copySelected(text: string): boolean {
  const copy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  const shown = document.body.appendChild(document.createElement('span'));
  shown.className = 'sr-only';
  shown.textContent = text;
  select(shown); // some copy nothing while nothing is selected
  document.addEventListener('copy', copy);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing else over plain http
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', copy);
    shown.remove();
  }
}

/** Copies the text; false when the browser does not let it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}
