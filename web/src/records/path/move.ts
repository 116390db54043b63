import { Problem } from '@/lib/api';
import { act, patch, same, type Values } from '@/lib/changes';
import { fieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { canEdit } from '@/fields/Edit';
import { written } from '@/fields/values';
import type { Stages } from '../brought';
import { NEEDS_APPROVAL, UNCHECKED } from '../gates';
import type { Submission } from '../process/api';
import { ownDialog, ownWay } from './ownDialogs';
import { ownPath, verbOf } from './ownPath';

/** Records without a value are where this code says. */
export const NONE = '';

/** Whether the person may put another value there. */
export const isWritable = (field: Field): boolean => !field.read_only && field.access === 'write';

/** Records that move, and the field in which they do. */
export interface Where {
  meta: ObjectMeta;
  by: Field;
}

/** Whether the person may move records there. */
export const isLoose = ({ meta, by }: Where): boolean => {
  const verb = ownPath(meta, by)?.verbs.move;
  return (
    meta.can.update !== false && isWritable(by) && (verb === undefined || verbOf(meta, verb)?.can !== false)
  );
};

/** What goes along with a move. */
export interface Along {
  values: Values;
  /** The record had ended and is to go on. */
  reopen: boolean;
  /** An earlier move is taken back, which histories say where no verb tells its own name. */
  undo?: boolean;
  /** It is to be approved, and then moves by itself. */
  submission?: Submission | undefined;
}

/** Brings the card into the column for good; answers the record as it is then. */
export async function carryOut({ meta, by }: Where, card: Entry, to: string, along: Along): Promise<Entry> {
  const values = Object.fromEntries(
    Object.entries(along.values).map(([name, value]) => [name, written(value)]),
  );
  const own = ownPath(meta, by);
  if (own) {
    if (along.reopen) {
      const open = await act(meta.name, card, own.verbs.reopen, { [by.name]: to });
      const others = Object.entries(values).filter(([name, value]) => !same(value, written(open[name])));
      return others.length === 0
        ? open
        : await patch(meta.name, open, Object.fromEntries(others), { undo: along.undo ?? false });
    }
    const takes = verbOf(meta, own.verbs.move)?.inputs.map((input) => input.name) ?? [];
    if (Object.keys(values).every((name) => takes.includes(name))) {
      return await act(meta.name, card, own.verbs.move, { [by.name]: to, ...values });
    }
  }
  return await patch(
    meta.name,
    card,
    { ...values, [by.name]: to === NONE ? null : to },
    { undo: along.undo ?? false },
  );
}

/** The dialog of the verb that leads where a plain move does not. */
export const wayOf = (refused: unknown, { meta }: Where) => {
  const verb = refused instanceof Problem ? ownWay(meta.name, refused.code) : undefined;
  return verb !== undefined && verbOf(meta, verb)?.can ? ownDialog(meta.name, verb) : undefined;
};

/** What the server still wants to know before it lets the card go there. */
export type Need =
  | { kind: 'fields'; fields: { field: Field; message: string; optional?: boolean }[]; ends?: string }
  | { kind: 'reopen'; message: string }
  /** Something is to be done, or approved, before. */
  | { kind: 'gate' };

const gates = new Set([UNCHECKED, NEEDS_APPROVAL]);

/** Whether the person can be asked for it. */
const canBeAsked = (field: Field | undefined): field is Field =>
  field !== undefined && !field.read_only && field.access === 'write' && canEdit(field.type);

/** What is asked of who ends a record so: the inputs of the verb that does, as the fields in which they stand. */
function askedAt({ meta, by }: Where, code: string, stages: Stages): { field: Field; optional: boolean }[] {
  const path = ownPath(meta, by);
  const status = stages.status(code) ?? '';
  const verb = verbOf(meta, path?.verbs.close[status] ?? '');
  return Object.entries(path?.asked[status] ?? {}).flatMap(([name, stands]) => {
    const input = verb?.inputs.find((each) => each.name === name);
    const field = fieldOf(meta, stands);
    return input && canBeAsked(field)
      ? [{ field: { ...field, label: input.label }, optional: !input.required }]
      : [];
  });
}

/** What is asked before a record ends there; nothing of one that has ended in the same way. */
export function endingOf(
  where: Where,
  card: Entry,
  to: string,
  stages: Stages,
  may: string,
): Need | undefined {
  const { meta, by } = where;
  const status = stages.status(to) ?? '';
  const from = card[by.name];
  const fields = typeof from === 'string' && stages.status(from) === status ? [] : askedAt(where, to, stages);
  return fields.length > 0
    ? {
        kind: 'fields',
        fields: fields.map((each) => ({ ...each, message: each.optional ? may : '' })),
        ends: say(verbOf(meta, ownPath(meta, by)?.verbs.close[status] ?? '')?.label),
      }
    : undefined;
}

/** What goes along when a record that was moved is moved back: what it said of its end, or what was asked for its end. */
export function backFrom(where: Where, card: Entry, from: string, to: string, stages: Stages): Along {
  const reason = stages.closes(from) ? ownPath(where.meta, where.by)?.fields.reason : undefined;
  const reopen = stages.closes(to) && !stages.closes(from);
  const stood = reopen ? askedAt(where, to, stages).map(({ field }) => field.name) : [];
  return {
    values: {
      ...(reason !== undefined && card[reason] ? { [reason]: card[reason] } : {}),
      ...Object.fromEntries(stood.filter((name) => name in card).map((name) => [name, card[name]])),
    },
    reopen,
    undo: true,
  };
}

/** Nothing for a refusal that no answer would change. */
export function needOf(refused: unknown, { meta, by }: Where, to: string, stages: Stages): Need | undefined {
  if (!(refused instanceof Problem)) {
    return undefined;
  }
  if (refused.code === ownPath(meta, by)?.ended && !stages.closes(to)) {
    return { kind: 'reopen', message: refused.message };
  }
  if (refused.status !== 422) {
    return undefined;
  }
  const others = refused.errors.filter(({ code }) => !gates.has(code));
  if (others.length < refused.errors.length && others.length === 0) {
    return { kind: 'gate' };
  }
  const fields = others.map(({ field: name = '', message }) => {
    const field = name === by.name ? undefined : fieldOf(meta, name);
    return canBeAsked(field) ? { field, message } : undefined;
  });
  return fields.length > 0 && fields.every((each) => each !== undefined)
    ? { kind: 'fields', fields }
    : undefined;
}
