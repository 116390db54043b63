import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { drafts } from '@/lib/drafts';
import { isBegun, NO_MAIL, type MailDraft } from './draft';

const place = (object: string, id: string) => `mail.${object}.${id}`;

/** Who shows a draft, by its place. */
const shown = new Map<string, Set<(draft: MailDraft) => void>>();

function keep(at: string, draft: MailDraft): void {
  if (isBegun(draft)) {
    drafts.keep(at, draft);
  } else {
    drafts.drop(at);
  }
}

const read = (at: string): MailDraft => ({ ...NO_MAIL, ...(drafts.read(at) as Partial<MailDraft> | null) });

/** Puts a draft where one writes about the record; where that is on the screen, it is shown there. Gives what was begun there before. */
export function bringMail(object: string, id: string, draft: MailDraft): MailDraft | undefined {
  const at = place(object, id);
  const before = read(at);
  keep(at, draft);
  shown.get(at)?.forEach((show) => show(draft));
  return isBegun(before) ? before : undefined;
}

export interface MailWriting {
  draft: MailDraft;
  /** The draft as it is at that moment, for what takes a while. */
  latest: () => MailDraft;
  change: (to: Partial<MailDraft> | ((draft: MailDraft) => Partial<MailDraft>)) => void;
  /** How often it was made something else as a whole, which editors have to take over. */
  anew: number;
  /** Makes it something else as a whole. */
  replace: (draft: MailDraft) => void;
}

/** The mail that is being written about a record; stays until it is sent, whatever becomes of the page. */
export function useMailDraft(object: string, id: string, onBrought: () => void): MailWriting {
  const at = place(object, id);
  const [{ draft, anew }, set] = useState(() => ({ draft: read(at), anew: 0 }));
  const last = useRef(draft);
  const show = (next: MailDraft, whole: boolean) => {
    last.current = next;
    set((before) => ({ draft: next, anew: before.anew + Number(whole) }));
  };
  const brought = useEffectEvent((next: MailDraft) => {
    show(next, true);
    onBrought();
  });
  useEffect(() => {
    const all = shown.get(at) ?? new Set();
    const hear = (next: MailDraft) => brought(next);
    all.add(hear);
    shown.set(at, all);
    return () => void all.delete(hear);
  }, [at]);
  return {
    draft,
    anew,
    latest: () => last.current,
    change: (to) => {
      const next = { ...last.current, ...(typeof to === 'function' ? to(last.current) : to) };
      show(next, false);
      keep(at, next);
    },
    replace: (next) => {
      show(next, true);
      keep(at, next);
    },
  };
}
