import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/query';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { callsKey, sendAgain } from './api';

/** Sends a message once more. */
export function useAgain(webhook: string, call: string) {
  const { t } = useTranslation('settings');
  return useMutation({
    mutationFn: () => sendAgain(webhook, call),
    onSuccess: async () => {
      toast.done(t('webhook.put'));
      await queryClient.invalidateQueries({ queryKey: callsKey(webhook) });
    },
    onError: tell,
  });
}
