import { useState } from 'react';
import { say } from '@/lib/meta';
import { Select } from '@/ui/Select';
import styles from '../fields.module.css';
import { asText, isEmpty, opening, type Edited } from '../values';
import { Fresh } from './Fresh';
import Show from './Show';

/** One of what is listed; where the list is open, also what is typed and not on it. */
export default function Edit({ field, value, onChange, id, autoFocus, wrong, placeholder, ...more }: Edited) {
  const [typed, setTyped] = useState('');
  const every = (field.choices ?? []).map((choice) => ({
    value: choice.code,
    label: say(choice.label) || choice.code,
    offered: choice.active !== false || choice.code === value,
  }));
  const listed = every.filter(({ offered }) => offered).map(({ value, label }) => ({ value, label }));
  const text = typed.trim();
  const same = (word: string) => word.toLowerCase() === text.toLowerCase();
  const adds = field.open && text !== '' && !every.some((o) => same(o.value) || same(o.label));
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      allowClear={!field.required}
      className={styles.wide ?? ''}
      {...opening(more)}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      {...(placeholder !== undefined && { placeholder, notFoundContent: placeholder })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : asText(value)}
      options={adds ? [...listed, { value: text, label: text }] : listed}
      optionRender={(option) =>
        adds && option.value === text ? <Fresh text={text} /> : <Show field={field} value={option.value} />
      }
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  );
}
