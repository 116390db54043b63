import { useQuery } from '@tanstack/react-query';
import { isEmpty } from '@/fields/values';
import type { Values } from '@/lib/changes';
import { fieldOf, objectQuery, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordQuery, type Entry } from '@/lib/records';
import { ownOf, type OwnSource } from '../brought';

/** What a choice is called where the field that takes it is text. */
const said = (field: Field | undefined, value: unknown): unknown =>
  say(field?.choices?.find(({ code }) => code === value)?.label) || value;

/** What the record that a link leads to fills in, as far as it has that and the person sees it. */
export const filledBy = ({ fields }: OwnSource, source: ObjectMeta, entry: Entry): Values =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, from]) => [name, said(fieldOf(source, from), entry[from])] as const)
      .filter(([, value]) => !isEmpty(value)),
  );

/** What is filled in by what was chosen so far, as the server does it. */
export function useFilled(meta: ObjectMeta, values: Values): Values {
  const own = ownOf(meta.name).filled;
  const link = own && values[own.link];
  const id = typeof link === 'object' && link !== null && 'id' in link ? String(link.id) : undefined;
  const target = (own && fieldOf(meta, own.link)?.target) ?? '';
  const enabled = id !== undefined;
  const { data: source } = useQuery({ ...objectQuery(target), enabled });
  const { data: entry } = useQuery({ ...recordQuery(target, id ?? ''), enabled });
  return own && enabled && source && entry ? filledBy(own, source, entry) : {};
}
