import { answered, api } from './api';
import { fieldOf, objectQuery } from './meta';
import { queryClient } from './query';
import type { Entry } from './records';

/** A record that a link may lead to. */
export interface Choosable {
  id: string;
  label: string;
}

const MOST = 20;

/** Records of the object whose name holds the text; the first ones without any. */
export async function choices(object: string, text: string, signal: AbortSignal): Promise<Choosable[]> {
  const meta = await queryClient.query({ ...objectQuery(object), staleTime: 'static' });
  const name = meta.name_field;
  const sortable = fieldOf(meta, name)?.sortable === true;
  const call = api.POST('/api/v1/records/{object}/query', {
    params: { path: { object } },
    body: {
      fields: [name],
      limit: MOST,
      ...(sortable && { sort: [name] }),
      ...(text !== '' && { filter: { field: name, op: 'contains', value: text } }),
    },
    signal,
  });
  const { items } = (await answered(call)) as unknown as { items: Entry[] };
  return items.map((entry) => ({ id: entry.id, label: typeof entry[name] === 'string' ? entry[name] : '' }));
}
