/** The parts of a timeline that can be looked at alone, by what the server calls them. */
export const parts = {
  all: undefined,
  talk: 'activity',
  tasks: 'task',
  comments: 'comment',
  files: 'attachment',
  changes: 'changes',
} as const;

export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];
