import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Edit } from '@/fields/Edit';
import { isEmpty, written } from '@/fields/values';
import { Problem } from '@/lib/api';
import { problemsOf, useAct, type Values } from '@/lib/changes';
import { monthEnd, plusMonths, today } from '@/lib/days';
import { say, verbsOf } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import type { Entry } from '@/lib/records';
import type { VerbDialogProps } from '@/records/path/ownDialogs';
import { asField, offered } from '@/records/page/verbs';
import { useKeys } from '@/ui/keys';
import { whyNot } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useFocusBack } from '@/ui/useFocusBack';
import { useAccounts, useBelonging, useContacts, useProduct, type Match } from './matches';
import styles from './ConvertDialog.module.css';

const NEW = 'new';

/** Whether the person may not see what there is. */
const isKept = (error: unknown): boolean => error instanceof Problem && [403, 404].includes(error.status);

/** A deal is expected to close by the end of next month until somebody knows better. */
const usualClose = (): string => monthEnd(plusMonths(today(), 1));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const labelOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'label' in value ? text(value.label) : '';

/** What the deal is called until somebody says otherwise, and to whom all that is made belongs: to the lead's owner, else to whoever makes it. */
function useProposed(lead: Entry) {
  const product = useProduct(lead);
  const { data: session } = useQuery(sessionQuery);
  return {
    dealName: [lead.company ?? lead.name, product ?? lead.product_interest].filter(Boolean).join(' '),
    owner: labelOf(lead.owner ?? session?.user),
  };
}

/** Shows what a lead becomes, which customer it already is and what goes along, and makes it so. */
export function ConvertDialog({ meta, entry, onClose }: VerbDialogProps) {
  const { t } = useTranslation('convert');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const acting = useAct(meta.name, entry);
  const sameAccounts = useAccounts(entry);
  const sameContacts = useContacts(entry);
  const accounts = sameAccounts.data ?? [];
  const contacts = sameContacts.data ?? [];
  // until it is known what is there already, nothing is made twice
  const looking = sameAccounts.isLoading || sameContacts.isLoading;
  const unseen = [sameAccounts, sameContacts].find(({ error }) => error && !isKept(error));
  const activities = useBelonging('activity', entry).data ?? 0;
  const tasks = useBelonging('task', entry).data ?? 0;
  const [account, setAccount] = useState<string>();
  const [contact, setContact] = useState<string>();
  const [accountName, setAccountName] = useState(text(entry.company));
  const [deal, setDeal] = useState(true);
  const [dealCalled, setDealName] = useState<string>();
  const { owner, ...proposed } = useProposed(entry);
  const dealName = dealCalled ?? proposed.dealName;
  const [amount, setAmount] = useState<unknown>(entry.expected_amount);
  const [closeDate, setCloseDate] = useState<unknown>(() => usualClose());
  const wrong = problemsOf(acting.error);
  const inputs = new Map(
    verbsOf(meta)
      .find((verb) => verb.name === 'convert')
      ?.inputs.map((input) => [input.name, input]),
  );
  const accountNow = account ?? accounts.find(({ same }) => same)?.id ?? NEW;
  const contactNow = contact ?? contacts[0]?.id ?? NEW;
  const isNew = accountNow === NEW;
  const shown = new Set(['opportunity_name', 'amount', 'close_date', ...(isNew ? ['account_name'] : [])]);
  const elsewhere = [...wrong].filter(([name]) => !shown.has(name)).map(([, why]) => why);

  const run = async () => {
    const input: Values = {
      ...(!isNew && { account: accountNow }),
      ...(contactNow !== NEW && { contact: contactNow }),
      create_opportunity: deal,
      ...offered(inputs, {
        ...(isNew && { account_name: accountName }),
        ...(deal && { opportunity_name: dealName }),
        ...(deal && !isEmpty(amount) && { amount: written(amount) }),
        ...(deal && !isEmpty(closeDate) && { close_date: closeDate }),
      }),
    };
    try {
      const made = (await acting.mutateAsync({ verb: 'convert', input })) as Partial<
        Record<string, { id?: string }>
      >;
      toast.done(t('done', { name: text(entry.name) }));
      onClose();
      const next = made.opportunity?.id
        ? `/opportunity/${made.opportunity.id}`
        : `/contact/${made.contact?.id ?? ''}`;
      await navigate(next);
    } catch {
      return; // what is wrong stands in the dialog
    }
  };

  useKeys('dialogs', { submit: () => acting.isPending || looking || void run() });
  useFocusBack();

  return (
    <Modal
      open
      title={t('title', { name: text(entry.name) })}
      okText={t('go')}
      cancelText={common('cancel')}
      confirmLoading={acting.isPending}
      okButtonProps={{ disabled: looking }}
      onOk={() => void run()}
      onCancel={onClose}
      width={560}
    >
      <div className={styles.parts}>
        {(text(entry.company) !== '' || accounts.length > 0) && (
          <Part title={t('account')}>
            <Which matches={accounts} chosen={accountNow} onChoose={setAccount} fresh={t('new_account')} />
            {isNew && inputs.has('account_name') && (
              <>
                <Input
                  aria-label={t('account')}
                  value={accountName}
                  {...(wrong.has('account_name') && { status: 'error' as const })}
                  onChange={(event) => setAccountName(event.target.value)}
                />
                <Wrong texts={[wrong.get('account_name') ?? []].flat()} />
              </>
            )}
          </Part>
        )}
        <Part title={t('contact')}>
          <Which
            matches={contacts}
            chosen={contactNow}
            onChoose={setContact}
            fresh={t('new_contact', { name: text(entry.name) })}
          />
        </Part>
        <Part title={t('deal')}>
          <Checkbox checked={deal} onChange={(event) => setDeal(event.target.checked)}>
            {t('make_deal')}
          </Checkbox>
          {deal && (
            <>
              {inputs.has('opportunity_name') && (
                <DealName value={dealName} wrong={wrong.get('opportunity_name')} onChange={setDealName} />
              )}
              <div className={styles.two}>
                {[
                  { name: 'amount', value: amount, change: setAmount },
                  { name: 'close_date', value: closeDate, change: setCloseDate },
                ].map(({ name, value, change }) => {
                  const input = inputs.get(name);
                  return (
                    input && (
                      <Labelled key={name} label={say(input.label)} wrong={wrong.get(name)}>
                        {(id) => (
                          <Edit
                            id={id}
                            field={asField(input)}
                            value={value}
                            wrong={wrong.has(name)}
                            onChange={change}
                          />
                        )}
                      </Labelled>
                    )
                  );
                })}
              </div>
            </>
          )}
        </Part>
        {owner !== '' && (deal || isNew || contactNow === NEW) && (
          <p className="muted">{t('owned', { owner })}</p>
        )}
        <Moves activities={activities} tasks={tasks} />
        {unseen && <Unseen onRetry={() => void unseen.refetch()} />}
        <Wrong texts={wrong.size === 0 && acting.error ? [whyNot(acting.error)] : elsewhere} />
      </div>
    </Modal>
  );
}

function Wrong({ texts }: { texts: string[] }) {
  return texts.map((text) => (
    <p key={text} role="alert" className={styles.wrong}>
      {text}
    </p>
  ));
}

/** Who does not know what is there may go on, and is told. */
function Unseen({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('convert');
  const { t: common } = useTranslation();
  return (
    <p role="alert" className={styles.wrong}>
      {t('unseen')}{' '}
      <Button type="link" size="small" onClick={onRetry}>
        {common('retry')}
      </Button>
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

interface DealNameProps {
  value: string;
  wrong: string | undefined;
  onChange: (name: string) => void;
}

function DealName({ value, wrong, onChange }: DealNameProps) {
  const { t } = useTranslation('convert');
  return (
    <Labelled label={t('deal_name')} wrong={wrong}>
      {(id) => <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

function Labelled({
  label,
  wrong,
  children,
}: {
  label: string;
  wrong: string | undefined;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

interface WhichProps {
  matches: Match[];
  chosen: string;
  onChoose: (id: string) => void;
  fresh: string;
}

/** One that is there already, or a new one. */
function Which({ matches, chosen, onChoose, fresh }: WhichProps) {
  const { t } = useTranslation('convert');
  if (matches.length === 0) {
    return <p>{fresh}</p>;
  }
  return (
    <Radio.Group
      vertical
      value={chosen}
      onChange={(event) => onChoose(event.target.value as string)}
      options={[
        ...matches.map((match) => ({
          value: match.id,
          label: match.owner
            ? t('existing_of', { name: match.name, owner: match.owner })
            : t('existing', { name: match.name }),
        })),
        { value: NEW, label: fresh },
      ]}
    />
  );
}

/** What goes from the lead to what is made of it. */
function Moves({ activities, tasks }: { activities: number; tasks: number }) {
  const { t } = useTranslation('convert');
  const moved = { activities: t('activities', { count: activities }), tasks: t('tasks', { count: tasks }) };
  return <p className="muted">{t('moves', moved)}</p>;
}
