import type { Values } from '@/lib/changes';
import { ownOf } from '../brought';

/** The fields as they stand, but for those that are proposed to become something else. */
export const proposed = (object: string, fields: { name: string }[], standing: Values): Values =>
  Object.fromEntries(
    fields.map(({ name }) => {
      const propose = ownOf(object).proposals?.[name];
      return [name, propose ? propose(standing[name]) : standing[name]];
    }),
  );
