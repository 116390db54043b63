import { isPast } from '@/lib/days';
import { fieldOf, sees, verbsOf, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { ownOf, type OwnTick } from './brought';

/** How records of the object are ticked off by the person; not at all without the right to. */
export function tickOf(meta: ObjectMeta): OwnTick | undefined {
  const tick = ownOf(meta.name).tick;
  return tick &&
    fieldOf(meta, tick.done)?.access === 'write' &&
    verbsOf(meta).some(({ name, can }) => name === tick.verb && can)
    ? tick
    : undefined;
}

/** The fields that say when records of the object were done and by when they are to be, as far as the person sees both. */
export function timesOf(meta: ObjectMeta): Pick<OwnTick, 'done' | 'due'> | undefined {
  const tick = ownOf(meta.name).tick;
  return tick && sees(meta, tick.done, tick.due) ? tick : undefined;
}

/** Whether the field says by when the record was to be done, and that time has passed. */
export function isOverdue(meta: ObjectMeta, entry: Entry, field: string): boolean {
  const times = timesOf(meta);
  const at = entry[field];
  return times?.due === field && entry[times.done] === null && typeof at === 'string' && isPast(at);
}
