import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './api';
import { all } from './filters';
import { fieldOf, objectQuery } from './meta';
import { queryClient } from './query';
import { recordsKey, type Entry, type Filter } from './records';

/** A record that a link may lead to. */
export interface Choosable {
  id: string;
  label: string;
}

const MOST = 20;

async function named(
  object: string,
  filter: Filter | undefined,
  limit = MOST,
  signal?: AbortSignal,
): Promise<Choosable[]> {
  const meta = await queryClient.query({ ...objectQuery(object), staleTime: 'static' });
  const name = meta.name_field;
  const sortable = fieldOf(meta, name)?.sortable === true;
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: { fields: [name], limit, ...(sortable && { sort: [name] }), ...(filter && { filter }) },
    ...(signal && { signal }),
  });
  const { items } = (await answered(call)) as unknown as { items: Entry[] };
  return items.map((entry) => ({ id: entry.id, label: typeof entry[name] === 'string' ? entry[name] : '' }));
}

/**
 * Records of the object whose name holds the text; the first ones without any. What is out of use, such as a person who has left, is
 * not offered for what is written now, only where one looks for what was (`past`).
 */
export async function choices(
  object: string,
  text: string,
  signal: AbortSignal,
  past = false,
): Promise<Choosable[]> {
  const meta = await queryClient.query({ ...objectQuery(object), staleTime: 'static' });
  const use = fieldOf(meta, 'active');
  const filters: Filter[] = [
    ...(text === '' ? [] : [{ field: meta.name_field, op: 'contains' as const, value: text }]),
    ...(!past && use?.type === 'boolean' && use.access !== 'hidden'
      ? [{ field: use.name, op: 'eq' as const, value: true }]
      : []),
  ];
  return named(object, filters.length > 0 ? all(...filters) : undefined, MOST, signal);
}

const labelKey = (object: string, id: string) => [...recordsKey(object), 'label', id] as const;

/** The names that somebody waits for, by object; those that are wanted in the same moment are asked for together. */
const awaited = new Map<string, { ids: Set<string>; names: Promise<Map<string, string>> }>();

async function nameOf(object: string, id: string): Promise<string | null> {
  const ids = awaited.get(object)?.ids ?? new Set<string>();
  ids.add(id);
  const ask = async () => {
    await new Promise((go) => setTimeout(go));
    awaited.delete(object);
    const found = await named(object, { field: 'id', op: 'in', value: [...ids] }, ids.size);
    return new Map(found.map((each) => [each.id, each.label]));
  };
  const names = awaited.get(object)?.names ?? ask();
  awaited.set(object, { ids, names });
  return (await names).get(id) ?? null;
}

/** How the record is called; null when it cannot be seen. */
export const labelQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: labelKey(object, id),
    staleTime: 60_000,
    queryFn: () => nameOf(object, id),
  });

/** Remembers names that are known already. */
export const remember = (object: string, known: Choosable) =>
  queryClient.setQueryData(labelKey(object, known.id), known.label);
