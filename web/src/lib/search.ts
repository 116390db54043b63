import { answered, api } from './api';

/** As many as the server answers at once. */
const FULL = 20;

async function found(text: string, signal: AbortSignal, objects?: string[]) {
  const query = { q: text, ...(objects && { objects }) };
  return (
    await answered(
      api.GET('/api/v1/search', {
        params: { query },
        querySerializer: { array: { style: 'form', explode: false } },
        signal,
      }),
    )
  ).items;
}

export type Found = Awaited<ReturnType<typeof found>>[number];

/** Records by what one remembers of them, the best first; where some objects fill the answer, the others are asked once more. */
export async function search(text: string, objects: string[], signal: AbortSignal): Promise<Found[]> {
  const best = await found(text, signal);
  const others = objects.filter((name) => best.every((hit) => hit.object !== name));
  return best.length < FULL || others.length === 0 ? best : [...best, ...(await found(text, signal, others))];
}

/** Each object's together, in the order of their best but for those that come after all others; of several objects no one takes the room of all. */
export function byObject(hits: Found[], most: number, last: readonly string[] = []): Found[] {
  const found = [...new Set(hits.map(({ object }) => object))];
  const objects = [
    ...found.filter((name) => !last.includes(name)),
    ...found.filter((name) => last.includes(name)),
  ];
  return objects.flatMap((name) => {
    const own = hits.filter(({ object }) => object === name);
    return objects.length > 1 ? own.slice(0, most) : own;
  });
}
