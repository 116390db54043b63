import type { Values } from '@/lib/changes';
import { momentOf } from '@/lib/days';
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
  /** When it is to be done. */
  due?: string | undefined;
}

/** The object of which a record is made. */
export const objectOf = (kind: Kind): string => (kind === 'task' || kind === 'comment' ? kind : 'activity');

const LONGEST_SUBJECT = 80;

/** The moment at which the person's own clock says so, wherever the browser is: `2026-12-02T09:30`. */
const atClock = (said: string): string => momentOf(said.slice(0, 10), `${said.slice(11, 16)}:00`);

/** The record that is made of what was written. */
export function composed(
  kind: Kind,
  draft: Draft,
  due: string,
  about: About,
): { object: string; values: Values } {
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
        ...(due !== '' && { due_at: atClock(due) }),
      },
    };
  }
  const body = marked(text, draft.named);
  return kind === 'comment'
    ? { object: 'comment', values: { body, about } }
    : { object: 'activity', values: { kind, body, about } };
}
