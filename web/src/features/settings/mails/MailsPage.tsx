import { infiniteQueryOptions, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Check, Clock, CircleAlert, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '@/lib/api';
import { moment, relative } from '@/lib/format';
import { queryClient } from '@/lib/query';
import { Alert } from '@/ui/Alert';
import { Notice } from '@/ui/Notice';
import { Select } from '@/ui/Select';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { PageHead } from '../PageHead';
import styles from '../settings.module.css';

type Mail = Schemas['Mail'];
type State = Mail['state'];

const KEY = 'mails';
const states: State[] = ['failed', 'waiting', 'sent'];
const signs: Record<State, LucideIcon> = { failed: CircleAlert, waiting: Clock, sent: Check };

const mailsQuery = (state: State | undefined) =>
  infiniteQueryOptions({
    queryKey: [KEY, state],
    queryFn: async ({ pageParam, signal }) =>
      answered(
        api.GET('/api/v1/admin/mails', {
          params: { query: { ...(state && { state }), ...(pageParam !== '' && { after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** What became of the mails that left Hemai; failed ones are sent again from here. */
export function MailsPage() {
  const { t } = useTranslation('settings');
  const [state, choose] = useState<State>();
  const mails = useInfiniteQuery(mailsQuery(state));
  if (mails.error && !mails.data) {
    throw mails.error;
  }
  const items = mails.data?.pages.flatMap((page) => page.items);
  return (
    <div className={styles.page}>
      <PageHead title={t('nav.mails')} lead={t('mails.lead')} />
      {mails.data?.pages[0]?.set_up === false && (
        <Alert kind="warning">
          <p>{t('mails.not_set_up')}</p>
          <p>{t('mails.not_set_up_hint')}</p>
        </Alert>
      )}
      <div className={styles.tools}>
        <Select
          aria-label={t('mails.state')}
          placeholder={t('mails.all')}
          allowClear
          style={{ width: 200 }}
          value={state}
          options={states.map((each) => ({ value: each, label: t(`mails.states.${each}`) }))}
          onChange={(each: State | undefined) => choose(each)}
        />
      </div>
      {!items ? (
        <Waiting lines={8} />
      ) : items.length === 0 ? (
        <Notice
          title={state ? t(`mails.none.${state}`) : t('mails.empty')}
          hint={state ? undefined : t('mails.empty_hint')}
        />
      ) : (
        <ul aria-label={t('nav.mails')} className={styles.rows}>
          {items.map((mail) => (
            <Line key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {mails.hasNextPage && (
        <div className={styles.tools}>
          <Button loading={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
            {t('bin.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Line({ mail }: { mail: Mail }) {
  const { t } = useTranslation('settings');
  const again = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/admin/mails/{id}/send_again', { params: { path: { id: mail.id } } })),
    onSuccess: async () => {
      toast.done(t('mails.put'));
      await queryClient.invalidateQueries({ queryKey: [KEY] });
    },
    onError: tell,
  });
  const Sign = signs[mail.state];
  const told = [
    t(`mails.states.${mail.state}`),
    relative(mail.sent_at ?? mail.created_at),
    mail.state !== 'sent' && mail.tries > 0 && t('mails.tries', { count: mail.tries }),
    mail.state === 'waiting' &&
      mail.tries > 0 &&
      mail.due_at !== null &&
      new Date(mail.due_at) > new Date() &&
      t('mails.next', { at: relative(mail.due_at) }),
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      <Sign size={16} strokeWidth={1.5} aria-hidden />
      <span className={styles.what}>
        <span dir="auto" className={styles.plain}>
          {mail.to}
        </span>
        <span className={styles.code} title={moment(mail.created_at)}>
          {told.join(' · ')}
        </span>
        {mail.answer !== null && <span className={styles.code}>{mail.answer}</span>}
      </span>
      {mail.state === 'failed' && (
        <Button
          size="small"
          loading={again.isPending}
          aria-label={t('mails.again_to', { to: mail.to })}
          onClick={() => again.mutate()}
        >
          {t('mails.again')}
        </Button>
      )}
    </li>
  );
}
