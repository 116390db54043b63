import { useQueries, useQuery } from '@tanstack/react-query';
import { asLink, isEmpty } from '@/fields/values';
import { answered, api } from '@/lib/api';
import { fieldOf, objectQuery, useObjects, type ObjectMeta } from '@/lib/meta';
import { recordQuery, recordsKey, type Entry, type Filter } from '@/lib/records';
import { ownOf, ownRelated } from '../../brought';
import { contactFields } from '../../contact';
import { textOf } from '../../values';
import { boxText, isBox } from './address';

const mailFields = (meta: ObjectMeta): string[] =>
  contactFields(meta)
    .filter(({ type }) => type === 'email')
    .map(({ name }) => name);

/** The addresses of a record, with what it is called. */
export function boxesIn(meta: ObjectMeta, entry: Entry): string[] {
  const name = textOf(entry[meta.name_field]);
  return mailFields(meta).flatMap((field) => {
    const address = entry[field];
    return typeof address === 'string' && isBox(address) ? [boxText({ name, address })] : [];
  });
}

const MOST = 20;

/** Addresses of records of the object that match. */
async function found(meta: ObjectMeta, filter: Filter, signal: AbortSignal): Promise<string[]> {
  const fields = mailFields(meta);
  const filled: Filter = { or: fields.map((field) => ({ field, op: 'not_empty' })) };
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object: meta.name } },
    body: { filter: { and: [filter, filled] }, fields: [meta.name_field, ...fields], limit: MOST },
    signal,
  });
  const { items } = (await answered(call)) as unknown as { items: Entry[] };
  return items.flatMap((entry) => boxesIn(meta, entry));
}

/** The objects whose records are people to whom one writes, those that the person may read. */
function usePeopleMetas(): ObjectMeta[] {
  const objects = useObjects();
  const names = Object.keys(ownRelated().people).filter((name) =>
    objects.some((each) => each.name === name && each.can.read),
  );
  return useQueries({
    queries: names.map(objectQuery),
    combine: (answers) =>
      answers.flatMap(({ data }) => data ?? []).filter((meta) => mailFields(meta).length > 0),
  });
}

const linkOf = (entry: Entry, name: string): string | undefined => {
  const link = isEmpty(entry[name]) ? undefined : asLink(entry[name]);
  return link && 'id' in link ? link.id : undefined;
};

/** By what people belong to the record: they link to it, or to what it links to itself. */
function belonging(meta: ObjectMeta, entry: Entry, people: ObjectMeta): Filter | undefined {
  const links = (ownRelated().people[people.name] ?? []).flatMap((name) => {
    const target = fieldOf(people, name)?.target;
    if (target === meta.name) {
      return [{ field: name, op: 'eq' as const, value: entry.id }];
    }
    const through = meta.fields.find((field) => 'target' in field && field.target === target);
    const id = target && through && linkOf(entry, through.name);
    return id ? [{ field: name, op: 'eq' as const, value: id }] : [];
  });
  return links.length > 0 ? { or: links } : undefined;
}

export interface People {
  /** Whom one writes about the record, if that is clear. */
  proposed: string[];
  /** Who else may be meant. */
  near: string[];
  /** Whether all of that is known. */
  known: boolean;
}

/** The people around a record: itself, those it links to, those that belong to the same. */
export function usePeople(meta: ObjectMeta, entry: Entry): People {
  const metas = usePeopleMetas();
  const own = boxesIn(meta, entry);
  const linked = (ownOf(meta.name).called ?? []).flatMap((name) => {
    const object = fieldOf(meta, name)?.target;
    const id = linkOf(entry, name);
    return object && id ? [{ object, id }] : [];
  });
  const targets = useQueries({ queries: linked.map(({ object }) => objectQuery(object)) });
  const entries = useQueries({ queries: linked.map(({ object, id }) => recordQuery(object, id)) });
  const asked = metas.flatMap((people) => {
    const filter = belonging(meta, entry, people);
    return filter ? [{ people, filter }] : [];
  });
  const others = useQueries({
    queries: asked.map(({ people, filter }) => ({
      queryKey: [...recordsKey(people.name), 'mailed', filter],
      queryFn: ({ signal }: { signal: AbortSignal }) => found(people, filter, signal),
    })),
  });
  const through = linked.flatMap((_, i) => {
    const [of, other] = [targets[i]?.data, entries[i]?.data];
    return of && other ? boxesIn(of, other) : [];
  });
  const around = others.flatMap(({ data }) => data ?? []);
  // whoever has no address is not written to at that of a colleague
  const alone = ownRelated().people[meta.name] === undefined && around.length === 1 ? around : [];
  return {
    proposed: [own, through, alone].find((boxes) => boxes.length > 0)?.slice(0, 1) ?? [],
    near: [...own, ...through, ...around],
    known: [...targets, ...entries, ...others].every(({ isPending }) => !isPending),
  };
}

/** People whose name or address holds the text. */
export function useFoundPeople(text: string): string[] {
  const metas = usePeopleMetas();
  const { data } = useQuery<string[]>({
    queryKey: ['records', 'people', text, metas.map(({ name }) => name)],
    enabled: text !== '' && metas.length > 0,
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const asked = metas.map((meta) => {
        const fields = [meta.name_field, ...mailFields(meta)];
        const or: Filter[] = fields.map((field) => ({ field, op: 'contains', value: text }));
        return found(meta, { or }, signal);
      });
      return (await Promise.all(asked)).flat();
    },
  });
  return text === '' ? [] : (data ?? []);
}
