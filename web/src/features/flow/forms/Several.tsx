import { useTranslation } from 'react-i18next';
import { say, type Field } from '@/lib/meta';
import { SeveralRecords } from '@/records/SeveralRecords';
import { Select } from '@/ui/Select';
import styles from './Forms.module.css';

interface Props {
  id: string;
  /** Whose values are meant; none until it is chosen. */
  field: Field | undefined;
  value: unknown;
  wrong: boolean;
  placeholder: string;
  onChange: (value: unknown[] | undefined) => void;
}

const NUMBERS = new Set(['integer', 'rating']);

/** Several values of a field. */
export function Several({ field, value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const held = (Array.isArray(value) ? value : []) as unknown[];
  const tell = (next: unknown[]) => onChange(next.length > 0 ? next : undefined);
  if (field?.target !== undefined) {
    return <SeveralRecords {...rest} target={field.target} ids={held.map(String)} onChange={tell} />;
  }
  const truth = field?.type === 'boolean';
  const options = truth
    ? [true, false].map((each) => ({ value: String(each), label: t(each ? 'yes' : 'no') }))
    : (field?.choices ?? []).map(({ code, label }) => ({ value: code, label: say(label) || code }));
  const typed = !truth && field?.choices === undefined;
  const read = (text: string): unknown =>
    truth ? text === 'true' : field && NUMBERS.has(field.type) && /^-?\d+$/.test(text) ? Number(text) : text;
  return (
    <Choose
      {...rest}
      disabled={field === undefined}
      mode={typed ? 'tags' : 'multiple'}
      values={held.map(String)}
      options={options}
      onChange={(next) => tell(next.map(read))}
    />
  );
}

interface ChooseProps extends Omit<Props, 'field' | 'value' | 'onChange'> {
  disabled?: boolean;
  mode: 'tags' | 'multiple';
  values: string[];
  options: { value: string; label: string }[];
  onSearch?: (text: string) => void;
  onChange: (values: string[]) => void;
}

function Choose({
  id,
  wrong,
  placeholder,
  disabled = false,
  mode,
  values,
  options,
  onSearch,
  onChange,
}: ChooseProps) {
  return (
    <Select<string[]>
      id={id}
      className={styles.wide ?? ''}
      mode={mode}
      disabled={disabled}
      placeholder={placeholder}
      showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
      {...(wrong && { status: 'error' as const })}
      value={values}
      options={options}
      onChange={onChange}
    />
  );
}
