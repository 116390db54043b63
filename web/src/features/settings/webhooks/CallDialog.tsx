import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format';
import { Refused } from '@/ui/Alert';
import { Waiting } from '@/ui/Waiting';
import { callQuery, isUntold } from './api';
import { useAgain } from './useAgain';
import { useTold } from './useTold';
import styles from './Webhooks.module.css';

/** JSON as it is read best; anything else as it is. */
export function spread(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}

interface Props {
  webhook: string;
  active: boolean;
  call: string;
  onClose: () => void;
}

/** A message as it is sent, and what the other side said. */
export function CallDialog({ webhook, active, call: id, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const told = useTold(active);
  const again = useAgain(webhook, id);
  const { data: call, error } = useQuery(callQuery(webhook, id));
  return (
    <Modal
      open
      title={call?.type ?? t('webhook.call')}
      width={640}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          {active && call && (
            <Button type="primary" loading={again.isPending} onClick={() => again.mutate()}>
              {t(call.state === 'waiting' ? 'webhook.now' : 'webhook.again')}
            </Button>
          )}
        </>
      }
    >
      {call ? (
        <div className={styles.text}>
          <p title={moment(call.created_at)}>{told(call).join(' · ')}</p>
          <h3>{t('webhook.answer')}</h3>
          {!call.answer ? (
            <p>{t(isUntold(call) ? 'webhook.not_tried' : 'webhook.no_answer')}</p>
          ) : (
            <pre dir="auto" tabIndex={0} className={styles.body}>
              {call.answer}
            </pre>
          )}
          <h3>{t('webhook.body')}</h3>
          <pre dir="ltr" tabIndex={0} className={styles.body}>
            {spread(call.body)}
          </pre>
          <p className="muted">
            <code className={styles.id}>{`webhook-id: msg_${call.id}`}</code>
          </p>
        </div>
      ) : error ? (
        <Refused error={error} />
      ) : (
        <Waiting lines={6} />
      )}
    </Modal>
  );
}
