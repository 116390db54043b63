import { useQuery } from '@tanstack/react-query';
import { forestOf, rowsOf } from './forest';
import { language } from './i18n';
import { useObjects } from './meta';
import { everyOf, recordsKey, type Entry, type Link } from './records';

export interface Department {
  id: string;
  name: string;
  /** How far below the top, from 0. */
  depth: number;
}

const parentOf = ({ parent }: Entry): string | undefined => {
  const link = parent as Link | null | undefined;
  return link && 'id' in link ? link.id : undefined;
};

/** The tree from the top downwards; who has no parent that is known stands at the top. */
export function treeOf(entries: Entry[]): Department[] {
  const byName = [...entries].sort((a, b) => String(a.name).localeCompare(String(b.name), language()));
  return rowsOf(forestOf(byName, parentOf)).map(({ tree: { item }, depth }) => ({
    id: item.id,
    name: String(item.name),
    depth,
  }));
}

/** The department and all below it. */
export function withBelow(tree: Department[], id: string): string[] {
  const at = tree.findIndex((department) => department.id === id);
  const top = tree[at];
  if (!top) {
    return [];
  }
  const after = tree.slice(at + 1);
  const end = after.findIndex(({ depth }) => depth <= top.depth);
  return [top, ...(end < 0 ? after : after.slice(0, end))].map((department) => department.id);
}

/** The departments, for whoever may read them. */
export function useDepartments() {
  const readable = useObjects().some((object) => object.name === 'department' && object.can.read);
  return useQuery({
    queryKey: [...recordsKey('department'), 'tree'],
    enabled: readable,
    staleTime: 300_000,
    queryFn: async ({ signal }) =>
      treeOf(await everyOf('department', { fields: ['name', 'parent'] }, signal)),
  });
}
