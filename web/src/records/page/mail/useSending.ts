import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsOf } from '@/lib/changes';
import { tell } from '@/ui/tell';
import { isBox } from './address';
import { sendMail } from './api';
import { NO_MAIL, type MailDraft } from './draft';
import { tellLeaving } from './leaving';
import type { MailWriting } from './useMailDraft';

interface Mailing {
  object: string;
  id: string;
  writing: MailWriting;
  /** Who gets it as long as nobody chose. */
  proposed: string[];
  /** Waits for the files that are on their way. */
  stored: () => Promise<unknown>;
  onSent: () => void;
}

const FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'files']);
const NONE = new Map<string, string>();

/** What the server refuses of a list it says of one in it. */
const listOf = (field: string): string => field.split(/[.[]/)[0] ?? field;

/** Sends the mail, or says by field what is wrong with it. */
export function useSending({ object, id, writing, proposed, stored, onSent }: Mailing) {
  const { t } = useTranslation('mail');
  const queries = useQueryClient();
  const [busy, work] = useState(false);
  const [tried, attempt] = useState(false);
  const [refusals, refuse] = useState(NONE);
  const whole = (draft: MailDraft): MailDraft =>
    draft.addressed ? draft : { ...draft, to: proposed, addressed: true };

  /** What is missing, or no address; the rest the server knows better. */
  const wrongWith = (draft: MailDraft): Map<string, string> => {
    const wrong = new Map<string, string>();
    for (const field of ['to', 'cc', 'bcc'] as const) {
      const unfit = draft[field].find((box) => !isBox(box));
      if (unfit !== undefined) {
        wrong.set(field, t('no_address', { text: unfit }));
      }
    }
    if (draft.to.length === 0) {
      wrong.set('to', t('no_recipient'));
    }
    if (draft.subject.trim() === '') {
      wrong.set('subject', t('no_subject'));
    }
    if (draft.body === null) {
      wrong.set('body', t('no_words'));
    }
    return wrong;
  };

  const send = async () => {
    if (busy) {
      return;
    }
    attempt(true);
    refuse(NONE);
    if (wrongWith(whole(writing.latest())).size > 0) {
      return;
    }
    work(true);
    try {
      await stored();
      const draft = whole(writing.latest());
      const { activity } = await sendMail(object, id, draft);
      attempt(false);
      onSent();
      writing.replace(NO_MAIL);
      tellLeaving(object, id, draft, activity);
      await queries.invalidateQueries({ queryKey: ['records'] });
    } catch (refused) {
      const told = [...problemsOf(refused)].map(([field, message]) => [listOf(field), message] as const);
      refuse(new Map(told));
      if (told.every(([field]) => !FIELDS.has(field))) {
        tell(refused);
      }
    } finally {
      work(false);
    }
  };
  const troubles = new Map([...refusals, ...(tried ? wrongWith(whole(writing.draft)) : NONE)]);
  return { send, busy, troubles };
}
