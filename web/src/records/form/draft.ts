import type { Values } from '@/lib/changes';
import { drafts } from '@/lib/drafts';

const place = (object: string) => `form.${object}`;

/** What somebody typed into a form and has not saved; survives everything but saving and signing out. */
export const draft = {
  read: (object: string): Values => (drafts.read(place(object)) ?? {}) as Values,
  keep: (object: string, values: Values): void => drafts.keep(place(object), values),
  drop: (object: string): void => drafts.drop(place(object)),
};
