import { useTranslation } from 'react-i18next';
import { deciding } from '@/fields/fitting';
import { everyFieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { Select } from '@/ui/Select';
import { Part } from '../Part';
import styles from './ChoicesEdit.module.css';

interface Props {
  id: string;
  meta: ObjectMeta;
  /** The field whose choices depend; a new one is not there yet. */
  field: Field | undefined;
  value: string | null;
  wrong: string | undefined;
  onChange: (field: string | null) => void;
}

/** Says which other choice of a record decides what is offered here. */
export function DependsOn({ id, meta, field, value, wrong, onChange }: Props) {
  const { t } = useTranslation('settings');
  const fields = everyFieldOf(meta);
  const options = fields
    .filter((each) => each.type === 'choice' && (!each.hidden || each.name === value))
    .filter((each) => each !== field && !(field && deciding(each, fields).includes(field)))
    .map(({ name, label }) => ({ value: name, label: say(label) }));
  const away = meta.pending?.find(({ name, deleted_at }) => name === value && deleted_at !== undefined);
  return (
    <Part id={id} label={t('field.depends_on')} help={t('field.depends_on_help')} wrong={wrong}>
      <Select<string>
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('field.depends_on_none')}
        value={value}
        options={
          away
            ? [...options, { value: away.name, label: t('field.is_deleted', { field: say(away.label) }) }]
            : options
        }
        onChange={(name: string | undefined) => onChange(name ?? null)}
      />
    </Part>
  );
}

interface WhenProps {
  /** The field that decides. */
  on: Field;
  n: number;
  value: string[];
  onChange: (codes: string[]) => void;
}

/** For what the deciding field holds a choice is offered. */
export function When({ on, n, value, onChange }: WhenProps) {
  const { t } = useTranslation('settings');
  return (
    <Select<string[]>
      mode="multiple"
      size="small"
      variant="filled"
      className={styles.when ?? ''}
      aria-label={t('choice.when_n', { n, field: say(on.label) })}
      prefix={t('choice.when')}
      placeholder={t('choice.when_any')}
      maxTagCount="responsive"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={(on.choices ?? []).map(({ code, label }) => ({ value: code, label: say(label) || code }))}
      onChange={onChange}
    />
  );
}
