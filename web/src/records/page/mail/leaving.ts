import i18next from 'i18next';
import { queryClient } from '@/lib/query';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { takeBack } from './api';
import type { MailDraft } from './draft';
import { bringMail } from './useMailDraft';

/** So long one may think better of it. */
const SECONDS = 10;
const STEP = 250;

const anew = () => queryClient.invalidateQueries({ queryKey: ['records'] });

/** Takes the mail back and puts it where it was written, wherever the person went meanwhile. */
async function back(object: string, id: string, draft: MailDraft, activity: string): Promise<void> {
  try {
    await takeBack(activity);
    toast.done(i18next.t('mail:taken_back'), backTo(object, id, bringMail(object, id, draft)));
  } catch (refused) {
    tell(refused);
  }
  await anew();
}

/** The way back to what was begun before, if anything was. */
export const backTo = (object: string, id: string, before: MailDraft | undefined) =>
  before && { label: i18next.t('mail:back_to_begun'), undo: () => void bringMail(object, id, before) };

/** Tells that a mail leaves in a moment, and takes it back as long as that is told. */
export function tellLeaving(object: string, id: string, draft: MailDraft, activity: string): void {
  const text = i18next.t('mail:leaves', { count: SECONDS });
  const began = Date.now();
  const told = toast.work(text, {
    label: i18next.t('mail:take_back'),
    undo: () => {
      clearInterval(timer);
      void back(object, id, draft, activity);
    },
  });
  const timer = setInterval(() => {
    const share = (Date.now() - began) / SECONDS / 1000;
    if (share < 1) {
      told.tell(text, share);
    } else {
      clearInterval(timer);
      told.done(i18next.t('mail:left'));
      void anew();
    }
  }, STEP);
}
