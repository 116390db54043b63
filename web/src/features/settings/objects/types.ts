/** The types that new fields can have, the usual ones first, as one looks for them. */
export const typeGroups = {
  text: ['text', 'long_text', 'rich_text', 'phone', 'email', 'url'],
  number: ['integer', 'decimal', 'money', 'percent', 'rating', 'auto_number'],
  choice: ['choice', 'multi_choice', 'boolean', 'tags'],
  time: ['date', 'datetime'],
  link: ['link', 'user', 'department', 'region', 'address'],
  file: ['file', 'image'],
} as const;

export type TypeGroup = keyof typeof typeGroups;
export type NewType = (typeof typeGroups)[TypeGroup][number];

const texts = ['text', 'phone', 'email', 'url'];

/** What can be asked of fields by their type; the server has the last word. */
export const canBe = {
  unique: (type: string) => [...texts, 'integer', 'date'].includes(type),
  searchable: (type: string) => [...texts, 'long_text', 'auto_number'].includes(type),
  indexed: (type: string) => !['long_text', 'rich_text', 'address', 'file', 'image'].includes(type),
  phase: (type: string) => type === 'choice',
  required: (type: string) => type !== 'auto_number',
  initial: (type: string) => !['auto_number', 'link', 'user', 'department', 'file', 'image'].includes(type),
};

export const hasChoices = (type: string) => type === 'choice' || type === 'multi_choice';
export const hasScale = (type: string) => type === 'decimal' || type === 'percent';
