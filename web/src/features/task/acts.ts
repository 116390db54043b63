import type { Entry } from '@/lib/records';
import type { OwnActs, OwnTick } from '@/records/brought';

/** A task is there to be done, once. */
export const taskActs = ({ done_at }: Entry): OwnActs => ({ verbs: done_at ? [] : ['complete'], main: true });

export const taskTick: OwnTick = { verb: 'complete', done: 'done_at', due: 'due_at' };
