import type { Values } from '@/lib/changes';
import { drafts } from '@/lib/drafts';

const place = (object: string) => `form.${object}`;

/** What somebody typed into a form and has not saved; survives everything but saving and signing out. */
export const draft = {
  read: (object: string): Values => (drafts.read(place(object)) ?? {}) as Values,
  /** Adds what was typed into fields; what the form came with is of that form alone. */
  keep: (object: string, typed: Values): void =>
    drafts.keep(place(object), { ...draft.read(object), ...typed }),
  drop: (object: string): void => drafts.drop(place(object)),
};
