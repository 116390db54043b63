import type { Item } from '../timeline/item';

/** An item of the timeline, with what was mailed before in its thread. */
export interface Told {
  item: Item;
  /** The newest first. */
  earlier: Item[];
}

const idOf = (link: unknown): string | undefined =>
  typeof link === 'string'
    ? link
    : typeof link === 'object' && link !== null && 'id' in link
      ? String(link.id)
      : undefined;

/** Whether Hemai sent or got it, rather than somebody noting it down. */
export const isMail = ({ kind, facts }: Item): boolean => kind === 'mail' && Boolean(facts.mail_state);

/** By what the mails of a thread are known: the one that began it. */
const threadOf = (item: Item): string => idOf(item.facts.mail_thread) ?? item.record.id;

/** Tells the mails of a thread as one item, where the newest of them stands; all come the newest first. */
export function threaded(items: Item[]): Told[] {
  const newest = new Map<string, Told>();
  const told: Told[] = [];
  for (const item of items) {
    const thread = isMail(item) ? threadOf(item) : undefined;
    const known = thread === undefined ? undefined : newest.get(thread);
    if (known) {
      known.earlier.push(item);
    } else {
      const one = { item, earlier: [] };
      told.push(one);
      if (thread !== undefined) {
        newest.set(thread, one);
      }
    }
  }
  return told;
}
