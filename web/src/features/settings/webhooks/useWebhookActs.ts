import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changed, remove, restore, useAct } from '@/lib/changes';
import { recordsKey } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { callsKey, WEBHOOK, type Webhook } from './api';

/** What can be done with a webhook. */
export function useWebhookActs(webhook: Webhook) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const act = useAct(WEBHOOK, webhook);
  const { id, name } = webhook;
  const again = () => queries.invalidateQueries({ queryKey: recordsKey(WEBHOOK) });
  return {
    busy: act.isPending,
    test: () =>
      act.mutate(
        { verb: 'send_test' },
        {
          onSuccess: () => {
            toast.done(t('webhook.tested', { name }));
            void queries.invalidateQueries({ queryKey: callsKey(id) });
          },
          onError: tell,
        },
      ),
    renew: async (atOnce: boolean) => {
      await act.mutateAsync({ verb: 'renew_secret', ...(atOnce && { input: { at_once: true } }) });
      toast.done(t(atOnce ? 'webhook.renewed_at_once' : 'webhook.renewed'));
    },
    turn: async (active: boolean) => {
      try {
        await changed(queries, WEBHOOK, webhook, { active });
        await again();
        toast.done(t(active ? 'webhook.turned_on' : 'webhook.turned_off', { name }));
      } catch (refused) {
        tell(refused);
      }
    },
    /** Whether it went. */
    drop: async (): Promise<boolean> => {
      try {
        await remove(WEBHOOK, webhook);
        await again();
        toast.done(t('webhook.deleted', { name }), {
          undo: () => void restore(WEBHOOK, id).then(again).catch(tell),
        });
        return true;
      } catch (refused) {
        tell(refused);
        return false;
      }
    },
  };
}
