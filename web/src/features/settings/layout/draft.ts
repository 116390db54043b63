import type { Label } from '@/lib/meta';
import { moved } from '@/records/list/views/moved';

/** A section on the canvas. */
export interface Part {
  /** By which the canvas tells it from the others. */
  id: string;
  label: Label;
  /** Names of fields, in order. */
  fields: string[];
  folded: boolean;
}

export type Draft = readonly Part[];

/** A place between the fields of a section. */
export interface Place {
  part: string;
  at: number;
}

/** The section that holds the field, and where. */
export function placeOf(draft: Draft, field: string): Place | undefined {
  const part = draft.find(({ fields }) => fields.includes(field));
  return part && { part: part.id, at: part.fields.indexOf(field) };
}

const changed = (draft: Draft, id: string, change: (part: Part) => Part): Draft =>
  draft.map((part) => (part.id === id ? change(part) : part));

/** Takes a field off the canvas. */
export const withoutField = (draft: Draft, field: string): Draft =>
  draft.map((part) =>
    part.fields.includes(field) ? { ...part, fields: part.fields.filter((name) => name !== field) } : part,
  );

/** Puts a field, wherever it was, before the one that stands at the place now. */
export function withField(draft: Draft, field: string, to: Place): Draft {
  const from = placeOf(draft, field);
  const at = from?.part === to.part && from.at < to.at ? to.at - 1 : to.at;
  return changed(withoutField(draft, field), to.part, (part) => ({
    ...part,
    fields: [...part.fields.slice(0, at), field, ...part.fields.slice(at)],
  }));
}

/** Takes a field one step up or down; over the edge of its section into the next one. */
export function stepped(draft: Draft, field: string, by: 1 | -1): Draft {
  const from = placeOf(draft, field);
  const index = draft.findIndex(({ id }) => id === from?.part);
  const part = draft[index];
  if (!from || !part) {
    return draft;
  }
  const to = from.at + by;
  if (to >= 0 && to < part.fields.length) {
    return changed(draft, part.id, (own) => ({ ...own, fields: moved(own.fields, from.at, to) }));
  }
  const next = draft[index + by];
  return next ? withField(draft, field, { part: next.id, at: by > 0 ? 0 : next.fields.length }) : draft;
}

export const withPart = (draft: Draft, part: Part, after?: string): Draft => {
  const at = draft.findIndex(({ id }) => id === after);
  return at < 0 ? [...draft, part] : [...draft.slice(0, at + 1), part, ...draft.slice(at + 1)];
};

export const withoutPart = (draft: Draft, id: string): Draft => draft.filter((part) => part.id !== id);

export const partMoved = (draft: Draft, id: string, to: number): Draft =>
  moved(
    draft,
    draft.findIndex((part) => part.id === id),
    to,
  );

export const partStepped = (draft: Draft, id: string, by: 1 | -1): Draft =>
  partMoved(draft, id, draft.findIndex((part) => part.id === id) + by);

export const partChanged = (
  draft: Draft,
  id: string,
  change: Partial<Pick<Part, 'label' | 'folded'>>,
): Draft => changed(draft, id, (part) => ({ ...part, ...change }));

/** A name for a new section, which none that was published has. */
export function freshId(draft: Draft): string {
  let n = 1;
  while (draft.some(({ id }) => id === `n${n}`)) {
    n += 1;
  }
  return `n${n}`;
}

/** What one is about to publish. */
export type Difference =
  | { kind: 'section_new' | 'section_gone' | 'section_moved'; part: Part }
  | { kind: 'section_named'; part: Part; before: Part }
  | { kind: 'section_folded' | 'section_unfolded'; part: Part }
  | { kind: 'field_in' | 'field_out'; field: string; part: Part }
  | { kind: 'field_moved'; field: string; part: Part; before: Part }
  | { kind: 'fields_ordered'; part: Part };

export const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, i) => each === b[i]);

const sameLabel = (a: Label, b: Label) => a['zh-CN'] === b['zh-CN'] && a.en === b.en;

export const sameDraft = (a: Draft, b: Draft): boolean =>
  a.length === b.length &&
  a.every((part, i) => {
    const other = b[i];
    return (
      part.folded === other?.folded &&
      sameLabel(part.label, other.label) &&
      sameList(part.fields, other.fields)
    );
  });

/** In what the one differs from the other, section by section, then field by field. */
export function differences(before: Draft, after: Draft): Difference[] {
  const all: Difference[] = [];
  const former = new Map(before.map((part) => [part.id, part]));
  const stays = after.filter(({ id }) => former.has(id)).map(({ id }) => id);
  const stood = before.filter(({ id }) => stays.includes(id)).map(({ id }) => id);
  for (const part of after) {
    const was = former.get(part.id);
    if (!was) {
      all.push({ kind: 'section_new', part });
      continue;
    }
    if (!sameLabel(part.label, was.label)) {
      all.push({ kind: 'section_named', part, before: was });
    }
    if (part.folded !== was.folded) {
      all.push({ kind: part.folded ? 'section_folded' : 'section_unfolded', part });
    }
    const kept = part.fields.filter((name) => was.fields.includes(name));
    if (
      !sameList(
        kept,
        was.fields.filter((name) => part.fields.includes(name)),
      )
    ) {
      all.push({ kind: 'fields_ordered', part });
    }
  }
  if (!sameList(stays, stood)) {
    after
      .filter(({ id }) => stays.includes(id) && stays.indexOf(id) !== stood.indexOf(id))
      .forEach((part) => all.push({ kind: 'section_moved', part }));
  }
  before
    .filter(({ id }) => !after.some((part) => part.id === id))
    .forEach((part) => all.push({ kind: 'section_gone', part }));
  const wholes = new Set([...before, ...after].flatMap(({ fields }) => fields));
  for (const field of wholes) {
    const was = before.find(({ fields }) => fields.includes(field));
    const is = after.find(({ fields }) => fields.includes(field));
    if (is && !was) {
      all.push({ kind: 'field_in', field, part: is });
    } else if (was && !is) {
      all.push({ kind: 'field_out', field, part: was });
    } else if (was && is && was.id !== is.id) {
      all.push({ kind: 'field_moved', field, part: is, before: was });
    }
  }
  return all;
}
