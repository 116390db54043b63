/** The number as a telephone takes it; nothing for one that is masked or is none. */
export function callable(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : '';
  return /^\+?[\d\s-]{5,}$/.test(text) ? text.replace(/[\s-]/g, '') : undefined;
}
