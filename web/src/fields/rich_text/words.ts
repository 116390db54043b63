const BLOCKS = /<\/(?:p|div|h[1-6]|li|tr|t[dh]|blockquote|pre)>|<br\s*\/?>/gi;

/** What a rich text says, in one line. */
export function words(html: string): string {
  const text = new DOMParser().parseFromString(html.replace(BLOCKS, '$& '), 'text/html').body.textContent;
  return text.replace(/\s+/g, ' ').trim();
}
