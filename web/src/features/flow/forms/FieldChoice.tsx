import { useTranslation } from 'react-i18next';
import { fieldsOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { Select } from '@/ui/Select';
import styles from './Forms.module.css';

interface Props {
  id: string;
  meta: ObjectMeta;
  fits: (field: Field) => boolean;
  value: unknown;
  many: boolean;
  wrong: boolean;
  onChange: (value: unknown) => void;
}

const names = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

/** One field of an object, or several. */
export function FieldChoice({ id, meta, fits, value, many, wrong, onChange }: Props) {
  const { t } = useTranslation('flow');
  const chosen = names(value);
  const offered = fieldsOf(meta).filter(
    (field) =>
      chosen.includes(field.name) || (field.access !== 'hidden' && field.name !== 'id' && fits(field)),
  );
  return (
    <Select<string | string[]>
      id={id}
      className={styles.wide ?? ''}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('choose_field')}
      {...(many && { mode: 'multiple' as const })}
      {...(wrong && { status: 'error' as const })}
      value={many ? chosen : (chosen[0] ?? null)}
      options={offered.map((field) => ({ value: field.name, label: say(field.label) }))}
      onChange={(next: string | string[] | undefined) =>
        onChange(Array.isArray(next) && next.length === 0 ? undefined : next)
      }
    />
  );
}
