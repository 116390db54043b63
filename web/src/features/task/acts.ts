import type { Entry } from '@/lib/records';
import type { OwnTick } from '@/records/ownTick';
import type { OwnActs } from '@/records/page/ownActs';

/** A task is there to be done, once. */
export const taskActs = ({ done_at }: Entry): OwnActs => ({ verbs: done_at ? [] : ['complete'], main: true });

export const taskTick: OwnTick = { verb: 'complete', done: 'done_at', due: 'due_at' };
