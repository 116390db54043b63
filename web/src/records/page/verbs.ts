import type { Problem, Schemas } from '@/lib/api';
import type { Values } from '@/lib/changes';
import type { Field } from '@/lib/meta';

/** Which verb is asked for, with what is known already and what was missing. */
export interface VerbCall {
  verb: string;
  preset?: Values;
  error?: Problem;
}

/** An input as the editors of fields take it. */
export const asField = (input: Schemas['VerbInput']): Field => ({
  name: input.name,
  type: input.many ? 'tags' : input.type,
  label: input.label,
  required: input.required,
  unique: false,
  read_only: false,
  settings: {},
  ops: [],
  sortable: false,
  access: 'write',
  ...(input.target !== undefined && { target: input.target }),
  ...(input.choices && { choices: input.choices }),
  ...(input.open !== undefined && { open: input.open }),
  ...(input.depends_on !== undefined && { depends_on: input.depends_on }),
});

/** What of the values the verb asks this person for: others it refuses from who may not write the fields that they become. */
export const offered = (inputs: ReadonlyMap<string, unknown>, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => inputs.has(name)));
