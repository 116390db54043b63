import { Unreachable } from './api';

const LENGTH = 4;

/** Requests under way, or of which nobody knows what became, by what was asked. */
const keys = new Map<string, string>();

const fresh = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(LENGTH)), (part) => part.toString(36)).join('-');

/** Sends a request under a key of its own; the same one again before it is answered has the same key, so the server does it once. */
export async function once<T>(asked: unknown, send: (key: string) => Promise<T>): Promise<T> {
  const what = JSON.stringify(asked);
  const key = keys.get(what) ?? fresh();
  keys.set(what, key);
  try {
    const answer = await send(key);
    keys.delete(what);
    return answer;
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      keys.delete(what);
    }
    throw error;
  }
}
