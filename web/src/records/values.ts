/** The words of a value. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The name that a link tells. */
export const labelOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'label' in value ? textOf(value.label) : '';
