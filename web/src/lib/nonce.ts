/** By which the page's policy knows the styles that it makes itself. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/**
 * Gives the nonce to every style element that code makes. Most parts take it as a setting, but not all; markup that somebody managed
 * to bring in never comes by this way.
 */
export function signStyles(): void {
  /* eslint-disable @typescript-eslint/no-deprecated, @typescript-eslint/unbound-method -- wrapped whole, with what it is called on */
  document.createElement = new Proxy(document.createElement, {
    apply(make, self, given) {
      const made: unknown = Reflect.apply(make, self, given);
      if (made instanceof HTMLStyleElement) {
        made.nonce = nonce;
      }
      return made;
    },
  });
  /* eslint-enable @typescript-eslint/no-deprecated, @typescript-eslint/unbound-method */
}
