import { canEdit } from '@/fields/Edit';
import { fieldsOf, type Field, type ObjectMeta } from '@/lib/meta';
import { ownOf } from '../brought';
import { REST, sectionsOf, type Section } from '../layout/sections';

const common = new Set(['external_id', 'owner', 'department', 'tags', 'description']);
const ROOM = 10;
/** As many fields are all in sight. */
const FEW = 12;

/** Whether nothing else fills it in. */
const needed = (f: Field) => f.required && f.default === undefined && !f.derived;

/** Whether the company made it for its own object, where all that is asked matters. */
const isOwn = (meta: ObjectMeta, f: Field) => meta.custom && f.custom === true;

/** What is seen first where nothing says which fields belong together: in the company's order, else what is needed and used most. */
function firstOf(meta: ObjectMeta, open: Field[]): Field[] {
  const single = (f: Field) => f.type === 'choice' && (f.choices?.length ?? 0) < 2;
  const begins = [...(ownOf(meta.name).begins ?? []), meta.name_field];
  const first = begins.flatMap((name) => open.filter((f) => f.name === name));
  const required = open.filter((f) => needed(f) && !first.includes(f) && !single(f));
  const usual = open.filter(
    (f) => !first.includes(f) && !required.includes(f) && !common.has(f.name) && !single(f) && !f.phase,
  );
  const own = usual.filter((f) => isOwn(meta, f));
  if (meta.arranged) {
    const kept = new Set([...first, ...required, ...open.filter((f) => !f.phase).slice(0, ROOM), ...own]);
    return open.filter((f) => kept.has(f));
  }
  const others = usual.filter((f) => !isOwn(meta, f));
  const wanted = [...first, ...required, ...own];
  return [...wanted, ...others].slice(0, Math.max(ROOM, wanted.length));
}

function arranged(meta: ObjectMeta, fits: (field: Field) => boolean): Section[] {
  if (meta.layouts.form) {
    return sectionsOf(meta, 'form', fits);
  }
  const open = fieldsOf(meta).filter(fits);
  if (!meta.arranged && meta.sections.length > 0) {
    const folded = open.length > FEW;
    return sectionsOf(meta, 'form', fits).map((section, i) => ({ ...section, folded: folded && i > 0 }));
  }
  const first = firstOf(meta, open);
  const rest = sectionsOf(meta, 'form', (field) => fits(field) && !first.includes(field));
  return [
    { key: 'first', label: undefined, fields: first, folded: false },
    ...rest.map((section) => ({ ...section, folded: true })),
  ];
}

/** The sections of a form, each with the fields that the person may fill in, but for those that are known; what must be given is in sight at once. */
export function formSections(meta: ObjectMeta, editing = false, known: string[] = []): Section[] {
  const fits = (f: Field) =>
    !f.read_only &&
    !known.includes(f.name) &&
    !(editing && f.fixed === true) &&
    f.access === 'write' &&
    canEdit(f.type);
  return arranged(meta, fits).map((section) => ({
    ...section,
    folded: section.folded && !section.fields.some(needed),
  }));
}

/** Whether the section comes after what has a name and has none itself. */
export const isRest = ({ key }: Section): boolean => key === REST;
