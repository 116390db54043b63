import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { asList } from '@/fields/values';
import { answered, api } from '@/lib/api';
import { number } from '@/lib/format';
import { everyFieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { Select } from '@/ui/Select';
import { act, type Target } from './acts';
import type { Panel } from './panels';
import { filterOf, targetOf } from './targets';
import styles from './Bulk.module.css';

/** From how many of the records it is seen which values there are. */
const SEEN = 200;

const several = ['tags', 'multi_choice'];

/** The fields that hold several values and may be written; tags first. */
export const taggable = (meta: ObjectMeta): Field[] =>
  everyFieldOf(meta)
    .filter(({ type, read_only, access }) => several.includes(type) && !read_only && access === 'write')
    .sort((a, b) => several.indexOf(a.type) - several.indexOf(b.type));

/** The values that the records have, as far as one looks. */
function useValues(object: string, field: Field | undefined, target: Target): string[] {
  const name = field?.name ?? '';
  const { data = [] } = useQuery({
    queryKey: [...recordsKey(object), 'values', name, target],
    enabled: field?.type === 'tags',
    queryFn: async ({ signal }) => {
      const body = { filter: filterOf(target), fields: [name], limit: SEEN };
      const { items } = await answered(
        api.POST('/api/v1/records/{object}/query', { params: { path: { object } }, body, signal }),
      );
      return [...new Set((items as Entry[]).flatMap((entry) => asList(entry[name])))].sort();
    },
  });
  return data;
}

/** Adds values to those that the records have, and takes some away; the others stay. */
export function TagPanel({ meta, chosen, filter, onDone }: Panel) {
  const { t } = useTranslation('bulk');
  const id = useId();
  const fields = taggable(meta);
  const [name, choose] = useState(fields.find((each) => each.name === 'tags')?.name ?? fields[0]?.name);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const [busy, work] = useState(false);
  const target = targetOf(chosen.selection, filter);
  const field = fields.find((each) => each.name === name);
  const values = useValues(meta.name, field, target);
  if (!field) {
    return null;
  }
  const asked: Field = {
    ...field,
    required: false,
    ...(field.type === 'tags' && { choices: values.map((code) => ({ code, label: {}, active: true })) }),
  };
  const start = async () => {
    work(true);
    const deed = {
      ...(add.length > 0 && { add: { [field.name]: add } }),
      ...(remove.length > 0 && { remove: { [field.name]: remove } }),
    };
    if (await act(t, meta.name, 'tag', target, deed)) {
      onDone();
    }
    work(false);
  };
  const parts = [
    { key: 'tag_add', value: add, change: setAdd },
    { key: 'tag_remove', value: remove, change: setRemove },
  ] as const;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      {fields.length > 1 && (
        <Select
          aria-label={t('tag_field')}
          value={field.name}
          options={fields.map((each) => ({ value: each.name, label: say(each.label) }))}
          onChange={(to: string) => {
            choose(to);
            setAdd([]);
            setRemove([]);
          }}
        />
      )}
      {parts.map(({ key, value, change }, i) => (
        <div key={`${field.name} ${key}`} className={styles.part}>
          <label htmlFor={`${id}-${key}`} className={styles.label}>
            {t(key)}
          </label>
          <Edit
            id={`${id}-${key}`}
            autoFocus={i === 0}
            field={asked}
            value={value}
            onChange={(to) => change(asList(to))}
          />
        </div>
      ))}
      <p className={styles.hint}>{t('tag_hint')}</p>
      <Button type="primary" htmlType="submit" disabled={add.length + remove.length === 0} loading={busy}>
        {t('tag_run', { n: number(chosen.size) })}
      </Button>
    </form>
  );
}
