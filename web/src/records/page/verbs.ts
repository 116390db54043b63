import type { Problem } from '@/lib/api';
import type { Values } from '@/lib/changes';
import type { Field, Label, ObjectMeta } from '@/lib/meta';

/** A verb as meta tells it. */
export interface Verb {
  name: string;
  label: Label;
  /** Whether the person may use it at all. */
  can: boolean;
  inputs: VerbInput[];
}

interface VerbInput {
  name: string;
  label: Label;
  required: boolean;
  type: string;
  many: boolean;
  target?: string;
  open?: boolean;
  depends_on?: string;
  choices?: NonNullable<Field['choices']>;
}

/** Which verb is asked for, with what is known already and what was missing. */
export interface VerbCall {
  verb: string;
  preset?: Values;
  error?: Problem;
}

export const verbsOf = (meta: ObjectMeta): Verb[] => (meta as ObjectMeta & { verbs?: Verb[] }).verbs ?? [];

/** An input as the editors of fields take it. */
export const asField = (input: VerbInput): Field => ({
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
