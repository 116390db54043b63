import { Select } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/lib/meta';
import styles from '../fields.module.css';
import { asText, isEmpty, type Edited } from '../values';
import Show from './Show';

/** One of what is listed; where the list is open, also what is typed and not on it. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const listed = (field.choices ?? [])
    .filter((choice) => choice.active !== false || choice.code === value)
    .map((choice) => ({ value: choice.code, label: say(choice.label) || choice.code }));
  const text = typed.trim();
  const same = (word: string) => word.toLowerCase() === text.toLowerCase();
  const adds = field.open && text !== '' && !listed.some((o) => same(o.value) || same(o.label));
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      allowClear={!field.required}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : asText(value)}
      options={adds ? [...listed, { value: text, label: text }] : listed}
      optionRender={(option) =>
        adds && option.value === text ? (
          <span className={styles.fresh}>
            <Plus size={14} strokeWidth={1.5} aria-hidden />
            {t('add_choice', { text })}
          </span>
        ) : (
          <Show field={field} value={option.value} />
        )
      }
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  );
}
