import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '@/lib/api';
import { create, patch, type Values } from '@/lib/changes';
import { fieldOf, objectQuery, say, type ObjectMeta } from '@/lib/meta';
import { recordQuery, recordsKey, type Entry } from '@/lib/records';
import { sessionQuery } from '@/lib/session';
import { Alert, Refused } from '@/ui/Alert';
import { Select } from '@/ui/Select';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import styles from './Account.module.css';
import { OwnPart } from './OwnPart';

const SETTING = 'notification_setting';
const kinds = ['approval', 'mention', 'assigned', 'mail', 'flow'] as const;
const quiet = ['quiet_from', 'quiet_until'] as const;
const fields = [...kinds, 'digest_at', ...quiet];
const times = Array.from({ length: 24 }, (_, hour) => ({
  value: hour,
  label: `${String(hour).padStart(2, '0')}:00`,
}));

const toldQuery = queryOptions({
  queryKey: [...recordsKey(SETTING), 'mine'],
  queryFn: async ({ signal }): Promise<Entry | null> => {
    const call = api.POST('/api/v1/records/{object}/query', {
      params: { path: { object: SETTING } },
      body: { fields, limit: 1 },
      signal,
    });
    const { items } = (await answered(call)) as unknown as { items: Entry[] };
    return items[0] ?? null;
  },
});

/** How one wants to be told, and when no mail may come; what is offered, and what is usual, the object says. */
export function Told() {
  const { t } = useTranslation('settings');
  const kept = useQuery(toldQuery);
  const { data: meta, error } = useQuery(objectQuery(SETTING));
  const failed = kept.error ?? error;
  if (failed && !(kept.data !== undefined && meta)) {
    throw failed;
  }
  return (
    <OwnPart title={t('told.title')} lead={t('told.lead')}>
      {kept.data !== undefined && meta ? (
        <>
          <NoEmail />
          <ToldForm key={kept.data?.version} kept={kept.data} meta={meta} />
        </>
      ) : (
        <Waiting lines={6} />
      )}
    </OwnPart>
  );
}

/** Without an email nothing can come there. */
function NoEmail() {
  const { t } = useTranslation('settings');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const id = session && 'id' in session.user ? session.user.id : '';
  const { data: me } = useQuery({ ...recordQuery('user', id), enabled: id !== '' });
  return me?.email === null && <Alert kind="warning">{t('told.no_email')}</Alert>;
}

function ToldForm({ kept, meta }: { kept: Entry | null; meta: ObjectMeta }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [chosen, choose] = useState<Values>({});
  const { busy, wrong, refused, save } = useSaving(fields);
  const valueOf = (name: string): unknown =>
    name in chosen ? chosen[name] : kept ? kept[name] : fieldOf(meta, name)?.default;
  const open = quiet.filter((name) => valueOf(name) == null);
  /** The hour that is missing beside the other. */
  const lacking = open.length === 1 ? open[0] : undefined;
  const [lacks, setLacks] = useState(false);
  const set = (name: string, value: unknown) => choose((before) => ({ ...before, [name]: value ?? null }));
  const send = async () => {
    const after = await (kept ? patch(SETTING, kept, chosen) : create(SETTING, chosen));
    queries.setQueryData(toldQuery.queryKey, after);
    toast.done(t('saved'));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setLacks(true);
    if (lacking === undefined) {
      save(send);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Refused error={refused} />
      {fields.map((name) => {
        const field = fieldOf(meta, name);
        const choices = field?.choices?.map(({ code, label }) => ({
          value: code,
          label: say(label) || code,
        }));
        return (
          field && (
            <Part
              key={name}
              id={`${id}-${name}`}
              label={say(field.label)}
              help={say(field.help)}
              wrong={lacks && name === lacking ? t('told.both_hours') : wrong.get(name)}
            >
              <Select<string | number>
                id={`${id}-${name}`}
                allowClear={!field.required}
                value={(valueOf(name) as string | number | null | undefined) ?? null}
                options={choices ?? times}
                onChange={(value?: string | number) => set(name, value)}
              />
            </Part>
          )
        );
      })}
      <Button htmlType="submit" type="primary" loading={busy} disabled={Object.keys(chosen).length === 0}>
        {common('save')}
      </Button>
    </form>
  );
}
