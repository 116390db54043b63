import type { QueryClient } from '@tanstack/react-query';
import { create } from '@/lib/changes';
import type { About } from '../writing/about';
import { unmake, type Made } from '../useUnmake';

/** What somebody noted down, and what comes next. */
export interface Noted {
  kind: 'call' | 'note';
  text: string;
  /** What it is called where nothing is said of it. */
  called: string;
  outcome: string | undefined;
  next: { subject: string; due_at: string | undefined } | undefined;
  /** Whether the task that it is about is done with it. */
  completes: boolean;
}

/** Makes the activity and the task that comes next, both or neither. */
export async function noteDown(queries: QueryClient, about: About, noted: Noted): Promise<Made> {
  const { kind, text, called, outcome = null, next } = noted;
  const words = text === '' ? { subject: called } : { body: text };
  const call = kind === 'call' && { direction: 'outbound', outcome };
  const activity = ['activity', await create('activity', { kind, ...words, about, ...call })] as const;
  if (!next) {
    return [activity];
  }
  try {
    return [activity, ['task', await create('task', { ...next, about })]];
  } catch (error) {
    await Promise.allSettled([unmake(queries, [activity])]);
    throw error;
  }
}
