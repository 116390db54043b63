import { isPast } from '@/lib/days';
import { fieldOf, sees, verbsOf, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';

/** How a record is done with: by which verb, and the fields that say when it was and by when it is to be. */
export interface OwnTick {
  verb: string;
  done: string;
  due: string;
}

const ticks = new Map<string, OwnTick>();

/** Records that are there to be done are ticked off in their lists; `features` says which. */
export function bringTick(object: string, tick: OwnTick): void {
  ticks.set(object, tick);
}

/** How records of the object are ticked off by the person; not at all without the right to. */
export function tickOf(meta: ObjectMeta): OwnTick | undefined {
  const tick = ticks.get(meta.name);
  return tick &&
    fieldOf(meta, tick.done)?.access === 'write' &&
    verbsOf(meta).some(({ name, can }) => name === tick.verb && can)
    ? tick
    : undefined;
}

/** The fields that say when records of the object were done and by when they are to be, as far as the person sees both. */
export function timesOf(meta: ObjectMeta): Pick<OwnTick, 'done' | 'due'> | undefined {
  const tick = ticks.get(meta.name);
  return tick && sees(meta, tick.done, tick.due) ? tick : undefined;
}

/** Whether the field says by when the record was to be done, and that time has passed. */
export function isOverdue(meta: ObjectMeta, entry: Entry, field: string): boolean {
  const times = timesOf(meta);
  const at = entry[field];
  return times?.due === field && entry[times.done] === null && typeof at === 'string' && isPast(at);
}
