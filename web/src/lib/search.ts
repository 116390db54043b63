import { answered, api } from './api';

/** Records by what one remembers of them, the best first. */
export async function search(text: string, signal: AbortSignal) {
  const found = await answered(api.GET('/api/v1/search', { params: { query: { q: text } }, signal }));
  return found.items;
}

export type Found = Awaited<ReturnType<typeof search>>[number];
