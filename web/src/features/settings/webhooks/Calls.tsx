import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Check, CircleAlert, Clock, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment, relative } from '@/lib/format';
import { Notice } from '@/ui/Notice';
import { Select } from '@/ui/Select';
import { Waiting } from '@/ui/Waiting';
import page from '../settings.module.css';
import { callsQuery, type Call, type State } from './api';
import { CallDialog } from './CallDialog';
import { useAgain, useFailedAgain } from './useAgain';
import { useTold } from './useTold';
import styles from './Webhooks.module.css';

const states: State[] = ['failed', 'waiting', 'delivered'];
const signs: Record<State, LucideIcon> = { failed: CircleAlert, waiting: Clock, delivered: Check };

interface Of {
  webhook: string;
  /** Whether it is used; else what is to go there waits. */
  active: boolean;
}

/** What was sent there, the newest first; failed messages are sent again from here. */
export function Calls({ webhook, active }: Of) {
  const { t } = useTranslation('settings');
  const [state, choose] = useState<State>();
  const [open, show] = useState<string>();
  const calls = useInfiniteQuery(callsQuery(webhook, state, active));
  const again = useFailedAgain(webhook);
  if (calls.error && !calls.data) {
    throw calls.error;
  }
  const items = calls.data?.pages.flatMap((each) => each.items);
  return (
    <section aria-label={t('webhook.calls')}>
      <h2 className={styles.heading}>{t('webhook.calls')}</h2>
      <p className={`${page.hint} ${styles.kept}`}>
        {t(active ? 'webhook.calls_kept' : 'webhook.off_waits')}
      </p>
      <div className={page.tools}>
        <Select
          aria-label={t('webhook.call_state')}
          placeholder={t('webhook.all')}
          allowClear
          style={{ width: 200 }}
          value={state}
          options={states.map((each) => ({ value: each, label: t(`webhook.states.${each}`) }))}
          onChange={(each: State | undefined) => choose(each)}
        />
        {active && state === 'failed' && items && items.length > 0 && (
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t('webhook.again_all')}
          </Button>
        )}
      </div>
      {!items ? (
        <Waiting lines={4} />
      ) : items.length === 0 ? (
        <Notice
          title={state ? t(`webhook.none.${state}`) : t('webhook.no_calls')}
          hint={state ? undefined : t('webhook.no_calls_hint')}
        />
      ) : (
        <ul aria-label={t('webhook.calls')} className={page.rows}>
          {items.map((call) => (
            <Line key={call.id} webhook={webhook} active={active} call={call} onOpen={() => show(call.id)} />
          ))}
        </ul>
      )}
      {calls.hasNextPage && (
        <div className={page.tools}>
          <Button loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
            {t('webhook.more')}
          </Button>
        </div>
      )}
      {open !== undefined && (
        <CallDialog webhook={webhook} active={active} call={open} onClose={() => show(undefined)} />
      )}
    </section>
  );
}

function Line({ webhook, active, call, onOpen }: Of & { call: Call; onOpen: () => void }) {
  const { t } = useTranslation('settings');
  const told = useTold(active);
  const again = useAgain(webhook, call.id);
  const Sign = signs[call.state];
  return (
    <li className={page.row}>
      <span className={styles.sign} data-state={call.state}>
        <Sign size={16} strokeWidth={1.5} aria-hidden />
      </span>
      <span className={page.what}>
        <button type="button" className={page.name} onClick={onOpen}>
          {call.type}
        </button>
        <span className={page.code} title={moment(call.created_at)}>
          {told(call).join(' · ')}
        </span>
        {call.state !== 'delivered' && call.answer && (
          <span className={page.code} title={call.answer}>
            {call.answer}
          </span>
        )}
      </span>
      {active && call.state !== 'delivered' && (
        <span className={page.acts}>
          <Button
            size="small"
            loading={again.isPending}
            aria-label={t(call.state === 'failed' ? 'webhook.again_of' : 'webhook.now_of', {
              type: call.type,
              at: relative(call.created_at),
            })}
            onClick={() => again.mutate()}
          >
            {t(call.state === 'failed' ? 'webhook.again' : 'webhook.now')}
          </Button>
        </span>
      )}
    </li>
  );
}
