import { fieldsOf, type Field, type Label, type ObjectMeta } from '@/lib/meta';

/** Fields that stand together on a page or in a form. */
export interface Section {
  /** By which it is told from the others, also the next time. */
  key: string;
  /** What stands above it; nothing above fields that nobody put together. */
  label: Label | undefined;
  fields: Field[];
  /** Whether it is closed until somebody opens it. */
  folded: boolean;
}

/** The fields that stand in no section of their own. */
export const REST = 'rest';

interface Group {
  key: string;
  label: Label;
  names: string[];
  folded: boolean;
}

/** What the company laid out, else what belongs together as delivered, there in the order of the company. */
function groupsOf(meta: ObjectMeta, kind: 'page' | 'form', fields: Field[]): Group[] {
  const layout = meta.layouts[kind];
  if (layout) {
    return layout.sections.map(({ label, fields: names, folded }, i) => ({
      key: `${i} ${label['zh-CN'] ?? label.en ?? ''}`,
      label,
      names,
      folded,
    }));
  }
  return meta.sections.map(({ name, label, fields: names }) => ({
    key: name,
    label,
    names: meta.arranged ? fields.map((f) => f.name).filter((each) => names.includes(each)) : names,
    folded: false,
  }));
}

/** The fields that fit in the sections of a page or form; those that are named in none come last, closed where a layout left them out. */
export function sectionsOf(
  meta: ObjectMeta,
  kind: 'page' | 'form',
  fits: (field: Field) => boolean = () => true,
): Section[] {
  const fields = fieldsOf(meta).filter(fits);
  const left = new Map(fields.map((field) => [field.name, field]));
  const take = (name: string): Field[] => {
    const field = left.get(name);
    left.delete(name);
    return field ? [field] : [];
  };
  const sections = groupsOf(meta, kind, fields).map(({ key, label, names, folded }) => ({
    key,
    label,
    fields: names.flatMap(take),
    folded,
  }));
  const rest = {
    key: REST,
    label: undefined,
    fields: fields.filter((field) => left.has(field.name)),
    folded: meta.layouts[kind] !== undefined,
  };
  return [...sections, rest].filter((section) => section.fields.length > 0);
}
