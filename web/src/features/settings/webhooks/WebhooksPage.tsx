import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Ellipsis, Plus, Webhook as Sign } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { objectQuery } from '@/lib/meta';
import { Menu } from '@/ui/Menu';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';
import { WEBHOOK, webhooksQuery, type Webhook } from './api';
import { useWebhookActs } from './useWebhookActs';
import { WebhookDrawer } from './WebhookDrawer';
import { WebhookState } from './WebhookState';

/** Where flows send messages for other systems. */
export function WebhooksPage() {
  const { t } = useTranslation('settings');
  const go = useNavigate();
  const [asked, ask] = useSearchParams();
  const { data: webhooks, error } = useQuery(webhooksQuery);
  const { data: meta } = useQuery(objectQuery(WEBHOOK));
  const [open, show] = useState<Webhook | 'new' | undefined>(asked.has('new') ? 'new' : undefined);
  if (error && !webhooks) {
    throw error;
  }
  const add = (
    <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => show('new')}>
      {t('webhook.new')}
    </Button>
  );
  const close = () => {
    show(undefined);
    if (asked.has('new')) {
      ask({}, { replace: true });
    }
  };
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.webhooks')} lead={t('webhook.lead')}>
        {webhooks && webhooks.length > 0 && add}
      </PageHead>
      {!webhooks ? (
        <Waiting lines={4} />
      ) : webhooks.length === 0 ? (
        <Notice title={t('webhook.empty')} hint={t('webhook.empty_hint')} act={add} />
      ) : (
        <ul aria-label={t('nav.webhooks')} className={styles.rows}>
          {webhooks.map((webhook) => (
            <Row key={webhook.id} webhook={webhook} onEdit={() => show(webhook)} />
          ))}
        </ul>
      )}
      {meta && open !== undefined && (
        <WebhookDrawer
          meta={meta}
          webhook={open === 'new' ? undefined : open}
          onMade={({ id }) => void go(`/settings/webhooks/${id}`)}
          onClose={close}
        />
      )}
    </div>
  );
}

function Row({ webhook, onEdit }: { webhook: Webhook; onEdit: () => void }) {
  const { t } = useTranslation('settings');
  const { test, turn, drop } = useWebhookActs(webhook);
  const { id, name, url, active } = webhook;
  return (
    <li className={styles.row} data-quiet={!active}>
      <Sign size={16} strokeWidth={1.5} aria-hidden />
      <span className={styles.what}>
        <Link to={`/settings/webhooks/${id}`} className={styles.name}>
          {name}
        </Link>
        <span dir="ltr" className={styles.code} title={url}>
          {url}
        </span>
      </span>
      <WebhookState of={webhook} />
      <span className={styles.acts}>
        <Menu
          label={t('more_of', { name })}
          items={[
            { key: 'edit', label: t('edit'), run: onEdit },
            ...(active ? [{ key: 'test', label: t('webhook.test'), run: test }] : []),
            {
              key: 'turn',
              label: t(active ? 'webhook.turn_off' : 'webhook.turn_on'),
              run: () => void turn(!active),
            },
            { key: 'delete', label: t('webhook.delete'), danger: true, apart: true, run: () => void drop() },
          ]}
        >
          <Ellipsis size={16} aria-hidden />
        </Menu>
      </span>
    </li>
  );
}
