import { Select } from 'antd';
import { say } from '@/lib/meta';
import styles from '../fields.module.css';
import { asText, isEmpty, type Edited } from '../values';
import Show from './Show';

export default function Edit({ field, value, onChange, id, autoFocus, wrong }: Edited) {
  const options = (field.choices ?? [])
    .filter((choice) => choice.active !== false || choice.code === value)
    .map((choice) => ({ value: choice.code, label: say(choice.label) || choice.code }));
  return (
    <Select<string>
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.required}
      className={styles.wide ?? ''}
      {...(id && { id })}
      {...(wrong && { status: 'error' as const })}
      autoFocus={autoFocus === true}
      value={isEmpty(value) ? null : asText(value)}
      options={options}
      optionRender={(option) => <Show field={field} value={option.value} />}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  );
}
