import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Edit } from '@/fields/Edit';
import { isEmpty, written } from '@/fields/values';
import { Problem } from '@/lib/api';
import { problemsOf, useAct, type Values } from '@/lib/changes';
import { monthEnd, plusMonths, today } from '@/lib/days';
import { inARow } from '@/lib/format';
import { say, verbsOf } from '@/lib/meta';
import { sessionQuery } from '@/lib/session';
import type { Entry } from '@/lib/records';
import type { VerbDialogProps } from '@/records/brought';
import { asField, offered } from '@/records/page/verbs';
import { labelOf, textOf } from '@/records/values';
import { FormDialog } from '@/ui/FormDialog';
import { useKeys } from '@/ui/keys';
import { whyNot } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { useFocusBack } from '@/ui/useFocusBack';
import { AccountPart } from './AccountPart';
import { NEW, useBelonging } from './found';
import { Labelled, Part, useFresh, Which, Why, Wrong } from './parts';
import { useCustomer } from './useCustomer';
import styles from './ConvertDialog.module.css';

/** Whether looking would have told what is kept from the person. */
const isKept = (error: unknown): boolean => error instanceof Problem && error.code.startsWith('lead.unseen');

/** A deal is expected to close by the end of next month until somebody knows better. */
const usualClose = (): string => monthEnd(plusMonths(today(), 1));

/** To whom all that is made belongs: to the lead's owner, else to whoever makes it. */
function useOwner(lead: Entry): string {
  const { data: session } = useQuery(sessionQuery);
  return labelOf(lead.owner ?? session?.user);
}

/** Shows what a lead becomes, which customer it already is and what goes along, and makes it so. */
export function ConvertDialog({ meta, entry, onClose }: VerbDialogProps) {
  const { t } = useTranslation('convert');
  const navigate = useNavigate();
  const acting = useAct(meta.name, entry);
  const inputs = new Map(
    verbsOf(meta)
      .find((verb) => verb.name === 'convert')
      ?.inputs.map((input) => [input.name, input]),
  );
  const { found, account, contact, waiting, ...proposed } = useCustomer(entry, inputs);
  const person = useFresh('contact', contact.into, t('new_contact', { name: textOf(entry.name) }));
  const activities = useBelonging('activity', entry).data ?? 0;
  const tasks = useBelonging('task', entry).data ?? 0;
  const [deal, setDeal] = useState(true);
  const [dealCalled, setDealName] = useState<string>();
  const owner = useOwner(entry);
  const dealName = dealCalled ?? proposed.dealName;
  const [amount, setAmount] = useState<unknown>(entry.expected_amount);
  const [closeDate, setCloseDate] = useState<unknown>(() => usualClose());
  const wrong = problemsOf(acting.error);
  const shown = new Set([
    'opportunity_name',
    'amount',
    'close_date',
    ...(account.now === NEW ? ['account_name'] : []),
  ]);
  const elsewhere = [...wrong].filter(([name]) => !shown.has(name)).map(([, why]) => why);

  const run = async () => {
    const input: Values = {
      ...(account.id !== undefined && { account: account.id }),
      ...(contact.id !== undefined && { contact: contact.id }),
      create_opportunity: deal,
      ...offered(inputs, {
        ...(account.id === undefined && { account_name: account.name }),
        ...(deal && { opportunity_name: dealName }),
        ...(deal && !isEmpty(amount) && { amount: written(amount) }),
        ...(deal && !isEmpty(closeDate) && { close_date: closeDate }),
      }),
    };
    try {
      const made = (await acting.mutateAsync({ verb: 'convert', input })) as Partial<
        Record<string, { id?: string }>
      >;
      toast.done(t('done', { name: textOf(entry.name) }));
      onClose();
      const next = made.opportunity?.id
        ? `/opportunity/${made.opportunity.id}`
        : `/contact/${made.contact?.id ?? ''}`;
      await navigate(next);
    } catch {
      return; // what is wrong stands in the dialog
    }
  };

  useKeys('dialogs', { submit: () => acting.isPending || waiting || void run() });
  useFocusBack();

  return (
    <FormDialog
      title={t('title', { name: textOf(entry.name) })}
      okText={t('go')}
      confirmLoading={acting.isPending}
      okButtonProps={{ disabled: waiting }}
      onOk={() => void run()}
      note={t('stays')}
      onClose={onClose}
      width={560}
    >
      <div className={styles.parts}>
        {(textOf(entry.company) !== '' || account.matches.length > 0) && (
          <AccountPart account={account} inputs={inputs} wrong={wrong.get('account_name')} />
        )}
        <Part title={t('contact')}>
          <Which matches={contact.matches} chosen={contact.now} onChoose={contact.choose} fresh={person}>
            {contact.now === NEW && <Why what="contact" known={contact.into} />}
          </Which>
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
        {owner !== '' && (deal || account.isNew || contact.isNew) && (
          <p className="muted">{t('owned', { owner })}</p>
        )}
        <Moves activities={activities} tasks={tasks} />
        {found.error && <Unseen error={found.error} onRetry={() => void found.refetch()} />}
        <Wrong texts={wrong.size === 0 && acting.error ? [whyNot(acting.error)] : elsewhere} />
      </div>
    </FormDialog>
  );
}

/** Who does not know what is there may go on, and is told. */
function Unseen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('convert');
  const { t: common } = useTranslation();
  if (isKept(error)) {
    return <p className="muted">{t('unseen_kept')}</p>;
  }
  if (error instanceof Problem && error.status < 500) {
    return <Wrong texts={[whyNot(error)]} />;
  }
  return (
    <p role="alert" className={styles.wrong}>
      {t('unseen')}{' '}
      <Button type="link" size="small" onClick={onRetry}>
        {common('retry')}
      </Button>
    </p>
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

/** What goes from the lead to what is made of it. */
function Moves({ activities, tasks }: { activities: number; tasks: number }) {
  const { t } = useTranslation('convert');
  const moved = [
    ...(activities > 0 ? [t('activities', { count: activities })] : []),
    ...(tasks > 0 ? [t('tasks', { count: tasks })] : []),
  ];
  return moved.length > 0 && <p className="muted">{t('moves', { what: inARow(moved) })}</p>;
}
