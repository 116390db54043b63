import { fieldOf, verbsOf, type ObjectMeta } from '@/lib/meta';

/** How a record is done with: by which verb, and the field that says when it was. */
export interface OwnTick {
  verb: string;
  done: string;
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
