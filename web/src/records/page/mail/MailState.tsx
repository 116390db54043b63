import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Check, CircleAlert, Clock, Inbox, Undo2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectQuery, verbsOf } from '@/lib/meta';
import { tell } from '@/ui/tell';
import type { Item } from '../timeline/item';
import { sendAgain } from './api';
import styles from './Mail.module.css';

const signs = {
  sending: Clock,
  sent: Check,
  failed: CircleAlert,
  bounced: Undo2,
  received: Inbox,
} satisfies Record<string, LucideIcon>;

const isState = (state: unknown): state is keyof typeof signs => typeof state === 'string' && state in signs;

/** What became of a mail, why it did not arrive, and once more. */
export function MailState({ item: { facts, record } }: { item: Item }) {
  const { t } = useTranslation('mail');
  const queries = useQueryClient();
  const { data: activity } = useQuery(objectQuery('activity'));
  const [busy, work] = useState(false);
  const { mail_state: state, mail_failure: why } = facts;
  if (!isState(state)) {
    return null;
  }
  const Sign = signs[state];
  const offered = activity && verbsOf(activity).some(({ name, can }) => name === 'send_again' && can);
  const again = async () => {
    work(true);
    try {
      await sendAgain(record.id);
    } catch (refused) {
      tell(refused);
    }
    work(false);
    await queries.invalidateQueries({ queryKey: ['records'] });
  };
  return (
    <>
      <span className={styles.state} data-state={state}>
        <Sign size={14} strokeWidth={1.5} aria-hidden />
        {t(`states.${state}`)}
      </span>
      {(state === 'failed' || state === 'bounced') && (
        <span className={styles.failure}>
          {typeof why === 'string' && <bdi>{why}</bdi>}
          {state === 'failed' && offered && (
            <Button size="small" loading={busy} onClick={() => void again()}>
              {t('send_again')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
