import type { Values } from '@/lib/changes';
import type { About } from './about';
import { marked, type Named } from './mentions';

export const kinds = ['note', 'call', 'mail', 'meeting', 'visit', 'task', 'comment'] as const;
export type Kind = (typeof kinds)[number];

/** What somebody is writing about a record, and whom it names. */
export interface Draft {
  text: string;
  named: Named;
  /** What it is, where that was chosen. */
  kind?: Kind | undefined;
  /** The moment by which it is to be done. */
  dueAt?: string | undefined;
  /** What a call came to. */
  outcome?: string | undefined;
  /** What comes next. */
  next?: string | undefined;
}

/** The object of which a record is made. */
export const objectOf = (kind: Kind): string => (kind === 'task' || kind === 'comment' ? kind : 'activity');

const LONGEST_SUBJECT = 80;

/** Of which objects those records are. */
type Noted = 'activity' | 'comment' | 'task';

/** The record that is made of what was written. */
export function composed(kind: Kind, draft: Draft, about: About): { object: Noted; values: Values } {
  const text = draft.text.trim();
  if (kind === 'task') {
    const [first = '', ...rest] = text.split('\n');
    const subject = first.slice(0, LONGEST_SUBJECT);
    const description = [first.slice(LONGEST_SUBJECT), ...rest].join('\n').trim();
    return {
      object: 'task',
      values: {
        subject,
        about,
        ...(description !== '' && { description }),
        ...(draft.dueAt && { due_at: draft.dueAt }),
      },
    };
  }
  const body = marked(text, draft.named);
  return kind === 'comment'
    ? { object: 'comment', values: { body, about } }
    : { object: 'activity', values: { kind, body, about } };
}
