import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '@/lib/choices';
import { useSettled } from '@/lib/useSettled';
import styles from '../fields.module.css';
import { asLink, isEmpty, type Edited } from '../values';

/** Finds the record by a piece of its name. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const text = useSettled(typed.trim(), 150);
  const target = field.target ?? field.type;
  const { data = [], isFetching } = useQuery({
    queryKey: ['records', target, 'choices', text],
    queryFn: ({ signal }) => choices(target, text, signal),
    placeholderData: (before) => before,
  });
  const link = isEmpty(value) ? undefined : asLink(value);
  const chosen = link && 'id' in link ? { value: link.id, label: link.label ?? '' } : null;
  return (
    <Select<{ value: string; label: string }>
      labelInValue
      allowClear={!field.required}
      showSearch={{ filterOption: false, onSearch: type }}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={chosen}
      loading={isFetching}
      notFoundContent={isFetching ? null : t('nothing_found')}
      options={data.map((each) => ({ value: each.id, label: each.label }))}
      onChange={(picked: { value: string; label: string } | undefined) =>
        onChange(
          picked ? { id: picked.value, label: data.find((d) => d.id === picked.value)?.label ?? '' } : null,
        )
      }
    />
  );
}
