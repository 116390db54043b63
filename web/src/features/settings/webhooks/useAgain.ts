import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/query';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { callsKey, sendAgain, sendFailedAgain } from './api';

/** Sends a message at once, as often as anybody likes. */
export function useAgain(webhook: string, call: string) {
  const { t } = useTranslation('settings');
  return useSending(webhook, async () => {
    await sendAgain(webhook, call);
    return t('webhook.put');
  });
}

/** Sends all messages that failed once more. */
export function useFailedAgain(webhook: string) {
  const { t } = useTranslation('settings');
  return useSending(webhook, async () => t('webhook.put_all', { count: await sendFailedAgain(webhook) }));
}

function useSending(webhook: string, send: () => Promise<string>) {
  return useMutation({
    mutationFn: send,
    onSuccess: async (said) => {
      toast.done(said);
      await queryClient.invalidateQueries({ queryKey: callsKey(webhook) });
    },
    onError: tell,
  });
}
