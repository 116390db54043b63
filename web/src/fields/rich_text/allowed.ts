/** What rich text may hold; the server's sanitiser is the law, and this is what the pages know of it. */
export const OWN_FILE = /^\/api\/v1\/files\/[A-Za-z0-9_-]+(\/[A-Za-z0-9._-]+)?$/;

const PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address if a link may lead there. */
export function harmless(address: string | null): string | undefined {
  if (!address) {
    return undefined;
  }
  try {
    return PROTOCOLS.has(new URL(address, location.origin).protocol) ? address : undefined;
  } catch {
    return undefined;
  }
}

export const HEADINGS = [1, 2, 3, 4] as const;

/** The address that somebody means who types `example.com` or `wang@example.com`. */
export function meant(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) {
    return undefined;
  }
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) {
    return `mailto:${text}`;
  }
  return harmless(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) || text.startsWith('/') ? text : `https://${text}`);
}
