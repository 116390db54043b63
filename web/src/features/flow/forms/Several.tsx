import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices, labelQuery, remember } from '@/lib/choices';
import { say, type Field } from '@/lib/meta';
import { useSettled } from '@/lib/useSettled';
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
    return <Records {...rest} target={field.target} ids={held.map(String)} onChange={tell} />;
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

interface RecordsProps extends Omit<Props, 'field' | 'value' | 'onChange'> {
  target: string;
  ids: string[];
  onChange: (ids: string[]) => void;
}

function Records({ target, ids, onChange, ...rest }: RecordsProps) {
  const [text, type] = useState('');
  const settled = useSettled(text.trim(), 150);
  const { data = [] } = useQuery({
    queryKey: ['records', target, 'choices', settled],
    queryFn: ({ signal }) => choices(target, settled, signal),
    placeholderData: (before) => before,
  });
  const labels = useQueries({
    queries: ids.map((id) => labelQuery(target, id)),
    combine: (found) => found.map(({ data: label }) => label ?? '…'),
  });
  const known = ids.map((id, i) => ({ value: id, label: labels[i] ?? '…' }));
  const found = data.filter(({ id }) => !ids.includes(id)).map(({ id, label }) => ({ value: id, label }));
  return (
    <Choose
      {...rest}
      mode="multiple"
      values={ids}
      options={[...known, ...found]}
      onSearch={type}
      onChange={(next) => {
        data.filter(({ id }) => next.includes(id)).forEach((each) => remember(target, each));
        onChange(next);
      }}
    />
  );
}
