/** What was typed as a whole number where it is one; anything else stays for the server to refuse. */
export const asWhole = (text: string | null): unknown =>
  text === null ? undefined : /^[+-]?\d{1,15}$/.test(text) ? Number(text) : text;

/** A number as the field for it shows it. */
export const shownNumber = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';
