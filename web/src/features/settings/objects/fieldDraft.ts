import { isEmpty, written } from '@/fields/values';
import { everyFieldOf, type Field, type Label, type ObjectMeta } from '@/lib/meta';
import { codeOf } from '../codes';
import { filled } from '../Names';
import { canBe, hasChoices, hasScale } from './types';

/** A choice as it is being written; one that is new has no code yet. */
export interface ChoiceDraft {
  key: string;
  code?: string;
  label: Label;
  color: string;
  active: boolean;
  /** Codes of the field on which the list depends, for which it is offered; none for always. */
  when: string[];
}

/** A field as it is being written. */
export interface FieldDraft {
  type: string;
  /** What an administrator typed; else it is made of the label. */
  code?: string;
  label: Label;
  help: Label;
  required: boolean;
  unique: boolean;
  searchable: boolean;
  indexed: boolean;
  /** Whether it says how far a record has come. */
  phase: boolean;
  initial: unknown;
  choices: ChoiceDraft[];
  /** The field of the object that says which choices are offered. */
  dependsOn: string | null;
  target?: string;
  /** Whether the page of what it leads to shows the records that lead there. */
  shownThere: boolean;
  scale: number;
  format: string;
}

const colours = [
  'blue',
  'jade',
  'amber',
  'violet',
  'cyan',
  'pink',
  'olive',
  'orange',
  'green',
  'red',
  'slate',
];
const SCALE = 2;
export const FORMAT = '{yyyy}{MM}-{0000}';

let made = 0;

/** The next choice in a list, in a colour that its neighbours do not have. */
export const newChoice = (at: number): ChoiceDraft => ({
  key: `new ${(made += 1)}`, // no code has a space
  label: {},
  color: colours[at % colours.length] ?? 'slate',
  active: true,
  when: [],
});

export function freshDraft(type: string): FieldDraft {
  return {
    type,
    label: {},
    help: {},
    required: false,
    unique: false,
    searchable: type === 'text' || type === 'phone' || type === 'email',
    indexed: false,
    phase: false,
    initial: null,
    choices: hasChoices(type) ? [newChoice(0), newChoice(1), newChoice(2)] : [],
    dependsOn: null,
    shownThere: true,
    scale: SCALE,
    format: FORMAT,
  };
}

export function draftOf(field: Field): FieldDraft {
  const settings = field.settings as { scale?: number; format?: string; inverse?: string };
  return {
    type: field.type,
    code: field.name,
    label: field.label,
    help: field.help ?? {},
    required: field.required,
    unique: field.unique,
    searchable: field.searchable === true,
    indexed: field.indexed === true,
    phase: field.phase === true,
    initial: field.default ?? null,
    choices: (field.choices ?? []).map((choice, i) => ({
      key: choice.code,
      code: choice.code,
      label: choice.label ?? {},
      color: choice.color ?? colours[i % colours.length] ?? 'slate',
      active: choice.active !== false,
      when: choice.when ?? [],
    })),
    dependsOn: field.depends_on ?? null,
    ...(field.target !== undefined && { target: field.target }),
    shownThere: (settings.inverse ?? '') !== '',
    scale: settings.scale ?? SCALE,
    format: settings.format ?? FORMAT,
  };
}

/** The choices that have a name, each with a code of its own. */
export function choicesOf(drafts: ChoiceDraft[], dependent = false) {
  const taken = drafts.flatMap(({ code }) => code ?? []);
  return drafts
    .filter(({ code, label }) => code !== undefined || Object.keys(filled(label)).length > 0)
    .map(({ code, label, color, active, when }) => {
      const named = filled(label);
      const own = code ?? codeOf(named, taken, 'option');
      taken.push(own);
      return { code: own, label: named, color, active, ...(dependent && when.length > 0 && { when }) };
    });
}

/** What can be said of a new field and later. */
function common(draft: FieldDraft) {
  const help = filled(draft.help);
  return {
    label: filled(draft.label),
    help: Object.keys(help).length > 0 ? help : null,
    ...(canBe.required(draft.type) && { required: draft.required }),
    ...(canBe.indexed(draft.type) && { indexed: draft.indexed }),
    ...(canBe.initial(draft.type) && { default: isEmpty(draft.initial) ? null : written(draft.initial) }),
    ...(hasChoices(draft.type) && {
      choices: choicesOf(draft.choices, draft.dependsOn !== null),
      depends_on: draft.dependsOn,
    }),
  };
}

function settings(draft: FieldDraft) {
  return {
    ...(hasScale(draft.type) && { scale: draft.scale }),
    ...(draft.type === 'auto_number' && { format: draft.format }),
  };
}

const traits = (draft: FieldDraft) => ({
  ...(canBe.unique(draft.type) && { unique: draft.unique }),
  ...(canBe.searchable(draft.type) && { searchable: draft.searchable }),
  ...(canBe.phase(draft.type) && { phase: draft.phase }),
});

/** What makes the field. */
export function newField(draft: FieldDraft, meta: ObjectMeta) {
  const code = draft.code === '' ? undefined : draft.code;
  const inverse = () => {
    const others = everyFieldOf(meta).flatMap(({ settings: { inverse: other } }) =>
      typeof other === 'string' ? other : [],
    );
    const ends = code ?? draft.target ?? '';
    return codeOf({ en: `${meta.name.replace(/^c_/, '')}_${ends.replace(/^c_/, '')}` }, others, 'records');
  };
  return {
    ...(code !== undefined && { name: code }),
    type: draft.type,
    ...common(draft),
    ...traits(draft),
    ...settings(draft),
    ...(draft.type === 'link' && { target: draft.target, ...(draft.shownThere && { inverse: inverse() }) }),
  };
}

/** What changes the field: of a delivered one how it is called and what it asks, of an own one also what it is. */
export function fieldChanges(before: Field, draft: FieldDraft) {
  const was = draftOf(before);
  const now = before.custom ? { ...common(draft), ...traits(draft), ...settings(draft) } : common(draft);
  const then: Record<string, unknown> = before.custom
    ? { ...common(was), ...traits(was), ...settings(was) }
    : common(was);
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(then[name])),
  );
}

/** The field as its editor sees it, to give the value of new records. */
export const previewed = (draft: FieldDraft): Field => ({
  name: draft.code ?? 'new',
  type: draft.type,
  label: draft.label,
  required: false,
  unique: false,
  read_only: false,
  settings: {},
  ops: [],
  sortable: false,
  access: 'write',
  choices: choicesOf(draft.choices),
});
