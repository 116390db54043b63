import { queryOptions, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { everyOf, recordsKey } from '@/lib/records';
import { Select } from '@/ui/Select';
import styles from './Forms.module.css';
import { Part } from './Part';

const WEBHOOK = 'webhook';

const activeQuery = queryOptions({
  queryKey: [...recordsKey(WEBHOOK), 'active'],
  queryFn: async ({ signal }) => {
    const filter = { field: 'active', op: 'eq' as const, value: true };
    const all = await everyOf(WEBHOOK, { filter, fields: ['name', 'url'], sort: ['name'] }, signal);
    return all.map(({ name, url }) => ({ name: String(name), url: String(url) }));
  },
});

interface Props {
  label: string;
  required: boolean;
  value: unknown;
  wrong: string | undefined;
  onChange: (name: string | undefined) => void;
}

/** One of the addresses that messages are sent to, by its name. */
export function WebhookPart({ label, required, value, wrong, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const { data: active } = useQuery(activeQuery);
  const chosen = typeof value === 'string' ? value : undefined;
  const gone = active !== undefined && chosen !== undefined && !active.some(({ name }) => name === chosen);
  return (
    <Part id={id} label={label} required={required} wrong={wrong} help={gone ? t('webhook.off') : undefined}>
      <Select<string>
        id={id}
        className={styles.wide ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('webhook.choose')}
        {...(wrong !== undefined && { status: 'error' as const })}
        value={chosen ?? null}
        options={[
          ...(gone ? [{ value: chosen, label: chosen }] : []),
          ...(active ?? []).map(({ name, url }) => ({ value: name, label: name, title: url })),
        ]}
        onChange={onChange}
      />
      <p className={styles.help}>
        {active?.length === 0 && t('webhook.none')}{' '}
        <Link to={active?.length === 0 ? '/settings/webhooks?new' : '/settings/webhooks'} target="_blank">
          {t(active?.length === 0 ? 'webhook.create' : 'webhook.manage')}
        </Link>
      </p>
    </Part>
  );
}
