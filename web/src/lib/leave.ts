/** Goes to another page for good: the browser's way back does not bring back what was on the screen. */
export function leaveFor(path: string): void {
  addEventListener('pagehide', () => document.body.replaceChildren(), { once: true });
  location.assign(path);
}

/** A page that the browser kept while it was left is read anew: somebody else may have signed in since. */
export function neverStale(): void {
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      document.body.replaceChildren();
      location.reload();
    }
  });
}
