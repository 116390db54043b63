import { useQuery } from '@tanstack/react-query';
import { Button, Switch } from 'antd';
import { Ellipsis, Pencil, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { isLost } from '@/lib/api';
import { objectQuery } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { LinkButton } from '@/ui/LinkButton';
import { Menu } from '@/ui/Menu';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import page from '../settings.module.css';
import { WEBHOOK, type Webhook } from './api';
import { Calls } from './Calls';
import { HowTo } from './HowTo';
import { Secret } from './Secret';
import { useWebhookActs } from './useWebhookActs';
import { WebhookDrawer } from './WebhookDrawer';
import { WebhookState } from './WebhookState';
import styles from './Webhooks.module.css';

/** A webhook, how its messages are signed, and what became of them. */
export function WebhookPage() {
  const { t } = useTranslation('settings');
  const { id = '' } = useParams();
  const { data: webhook, error } = useQuery(recordQuery(WEBHOOK, id));
  if (isLost(error)) {
    return (
      <Notice
        title={t('webhook.missing')}
        hint={t('webhook.missing_hint')}
        act={<LinkButton to="/settings/webhooks">{t('webhook.back')}</LinkButton>}
      />
    );
  }
  if (error && !webhook) {
    throw error;
  }
  return webhook ? <Shown key={id} webhook={webhook as Webhook} /> : <Waiting lines={8} />;
}

function Shown({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('settings');
  const { data: meta } = useQuery(objectQuery(WEBHOOK));
  const acts = useWebhookActs(webhook);
  const go = useNavigate();
  const [editing, edit] = useState(false);
  const { id, name, url, active, description } = webhook;
  const drop = async () => {
    if (await acts.drop()) {
      await go('/settings/webhooks');
    }
  };
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div className={page.titles}>
          <p className={page.trail}>
            <Link to="/settings/webhooks">{t('nav.webhooks')}</Link>
          </p>
          <h1 dir="auto" className={styles.title}>
            {name}
          </h1>
          {description !== null && <p className={page.hint}>{description}</p>}
        </div>
        <Button
          icon={<Send size={14} aria-hidden />}
          disabled={!active}
          {...(!active && { title: t('webhook.test_off') })}
          loading={acts.busy}
          onClick={acts.test}
        >
          {t('webhook.test')}
        </Button>
        <Button icon={<Pencil size={14} aria-hidden />} disabled={!meta} onClick={() => edit(true)}>
          {t('edit')}
        </Button>
        <Menu
          label={t('more_of', { name })}
          items={[{ key: 'delete', label: t('webhook.delete'), danger: true, run: () => void drop() }]}
        >
          <Ellipsis size={16} aria-hidden />
        </Menu>
      </header>
      <dl className={styles.facts}>
        <dt>{t('webhook.url')}</dt>
        <dd dir="ltr" className={styles.url}>
          {url}
        </dd>
        <dt id="webhook-active">{t('webhook.active')}</dt>
        <dd className={styles.line}>
          <Switch
            aria-labelledby="webhook-active"
            checked={active}
            onChange={(next) => void acts.turn(next)}
          />
          <WebhookState of={webhook} />
        </dd>
        <dt>{t('webhook.secret')}</dt>
        <dd>
          <Secret id={id} renew={acts.renew} />
        </dd>
      </dl>
      <HowTo />
      <Calls webhook={id} active={active} />
      {editing && meta && <WebhookDrawer meta={meta} webhook={webhook} onClose={() => edit(false)} />}
    </div>
  );
}
