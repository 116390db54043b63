import { useTranslation } from 'react-i18next';
import { moment, relative } from '@/lib/format';
import { Tag } from '@/ui/Tag';
import type { Webhook } from './api';

/** Whether it is used, and whether it answers. */
export function WebhookState({ of: { active, failing_since: since } }: { of: Webhook }) {
  const { t } = useTranslation('settings');
  if (!active) {
    return (
      <Tag seed="off" colour="grey">
        {t('webhook.state.off')}
      </Tag>
    );
  }
  return since === null ? (
    <Tag seed="well" colour="green">
      {t('webhook.state.well')}
    </Tag>
  ) : (
    <span title={moment(since)}>
      <Tag seed="failing" colour="red">
        {t('webhook.failing', { at: relative(since) })}
      </Tag>
    </span>
  );
}
