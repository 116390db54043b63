import { queryOptions } from '@tanstack/react-query';
import { canEdit } from '@/fields/Edit';
import { answered, api } from '@/lib/api';
import { create, patch, remove, restore } from '@/lib/changes';
import { language } from '@/lib/i18n';
import { everyFieldOf, type Field, type Label, type ObjectMeta } from '@/lib/meta';
import { queryClient } from '@/lib/query';
import { recordsKey, type Entry } from '@/lib/records';
import { formSections } from '@/records/form/fields';
import { sectionsOf } from '@/records/layout/sections';
import type { Part } from './draft';
import type { Plan } from './plan';

export const kinds = ['page', 'form'] as const;
export type Kind = (typeof kinds)[number];

/** Stands in an audience for the people of every role. */
export const EVERYONE = 'everyone';
const LAYOUT = 'layout';
const MOST = 200;

interface Definition {
  sections: { label: Label; fields: string[]; folded?: boolean }[];
  key?: string[];
  related?: string[];
  unlisted?: string[];
}

/** A layout as the company keeps it. */
export interface Layout extends Entry {
  kind: string;
  definition: Definition;
  audience: string[] | null;
}

/** All layouts of an object, those that win first. */
export const layoutsQuery = (object: string) =>
  queryOptions({
    queryKey: [...recordsKey(LAYOUT), 'of', object],
    queryFn: async ({ signal }): Promise<Layout[]> => {
      const call = api.POST('/api/v1/records/{object}/query', {
        params: { path: { object: LAYOUT } },
        body: {
          filter: { field: 'object', op: 'eq', value: object },
          sort: ['position', 'created_at'],
          fields: ['kind', 'definition', 'audience'],
          limit: MOST,
        },
        signal,
      });
      return ((await answered(call)) as unknown as { items: Layout[] }).items;
    },
  });

/** Whom the layout is for. */
export const audienceOf = ({ audience }: Layout): string[] =>
  audience && audience.length > 0 ? audience : [EVERYONE];

/** The layout of the kind that is meant for the role by name, or for everyone. */
export const layoutFor = (layouts: Layout[], kind: Kind, role: string): Layout | undefined =>
  layouts.find((layout) => layout.kind === kind && audienceOf(layout).includes(role));

/** The fields that can stand on a page, or be filled in. */
export const placeable = (meta: ObjectMeta, kind: Kind): Field[] =>
  everyFieldOf(meta).filter(
    (f) => f.name !== 'id' && f.name !== 'version' && (kind === 'page' || (!f.read_only && canEdit(f.type))),
  );

/** What people of the role see now: their layout, else everyone's, else what is delivered. */
export function standing(meta: ObjectMeta, layouts: Layout[], kind: Kind, role: string, first: string): Plan {
  const layout = layoutFor(layouts, kind, role) ?? layoutFor(layouts, kind, EVERYONE);
  return { parts: sectionsNow(meta, layout, kind, first), ...aroundOf(meta, layout) };
}

/** The sections of the layout, else what belongs together as delivered. */
function sectionsNow(meta: ObjectMeta, layout: Layout | undefined, kind: Kind, first: string): Part[] {
  const known = new Set(placeable(meta, kind).map(({ name }) => name));
  if (layout) {
    return layout.definition.sections.map(({ label, fields, folded = false }, i) => ({
      id: `s${i}`,
      label,
      fields: fields.filter((name) => known.has(name)),
      folded,
    }));
  }
  const usual = { ...meta, layouts: {} };
  const all =
    kind === 'form' ? formSections(usual) : sectionsOf(usual, 'page', ({ name }) => known.has(name));
  const named = all.filter(({ label }) => label !== undefined);
  return (named.length > 0 ? named : all.slice(0, 1)).map(({ label, fields, folded }, i) => ({
    id: `s${i}`,
    label: label ?? { [language()]: first },
    fields: fields.map(({ name }) => name),
    folded,
  }));
}

/** What the layout says besides, as far as there is still what it names. */
function aroundOf(meta: ObjectMeta, layout: Layout | undefined): Omit<Plan, 'parts'> {
  const fields = new Set(everyFieldOf(meta).map(({ name }) => name));
  const objects = new Set(meta.inverses.map(({ object }) => object));
  const { key, related, unlisted = [] }: Partial<Definition> = layout?.definition ?? {};
  return {
    key: key?.filter((name) => fields.has(name)),
    related: related?.filter((name) => objects.has(name)),
    unlisted: unlisted.filter((name) => objects.has(name)),
  };
}

/** Pages and forms look like it from now on. */
async function published<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await queryClient.invalidateQueries({ queryKey: recordsKey(LAYOUT) });
    await queryClient.invalidateQueries({ queryKey: ['meta'] });
  }
}

/** Keeps the plan as the layout of the role. */
export function publish(
  meta: ObjectMeta,
  kind: Kind,
  role: string,
  { parts, key, related, unlisted }: Plan,
  from: Layout | undefined,
): Promise<unknown> {
  const sections = parts.map(({ label, fields, folded }) => ({ label, fields, ...(folded && { folded }) }));
  const definition = {
    sections,
    ...(key && { key }),
    ...(related && { related }),
    ...(unlisted.length > 0 && { unlisted }),
  };
  return published(
    from
      ? patch(LAYOUT, from, { definition })
      : create(LAYOUT, { object: meta.name, kind, definition, audience: [role] }),
  );
}

/** As if the company had laid nothing out for the role. */
export const reset = (layout: Layout): Promise<void> => published(remove(LAYOUT, layout));

export const bringBack = (layout: Layout): Promise<void> => published(restore(LAYOUT, layout.id));
