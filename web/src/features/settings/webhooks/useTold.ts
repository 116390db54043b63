import { useTranslation } from 'react-i18next';
import { relative } from '@/lib/format';
import { isUntold, type Call } from './api';

const MINUTE = 60_000;

/** What became of a message, in a few words; while the webhook is off nothing is tried. */
export function useTold(active: boolean): (call: Call) => string[] {
  const { t } = useTranslation('settings');
  return (call) => {
    const tries = isUntold(call) ? 0 : call.tries;
    const due = active && call.state === 'waiting' && tries > 0 ? call.due_at : null;
    return [
      t(`webhook.states.${call.state}`),
      relative(call.delivered_at ?? call.created_at),
      call.status !== null && t('webhook.status', { status: String(call.status) }),
      (call.state !== 'delivered' || tries > 1) && tries > 0 && t('webhook.tries', { count: tries }),
      due !== null &&
        (Date.parse(due) < Date.now() + MINUTE
          ? t('webhook.soon')
          : t('webhook.next', { at: relative(due) })),
    ].filter((each) => typeof each === 'string');
  };
}
