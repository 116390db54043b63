import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import fields from '@/fields/fields.module.css';
import { choices, labelQuery, remember } from '@/lib/choices';
import { useSettled } from '@/lib/useSettled';
import { Select } from '@/ui/Select';

interface Props {
  id: string;
  /** The object whose records are chosen. */
  target: string;
  ids: string[];
  wrong: boolean;
  placeholder: string;
  autoFocus?: boolean;
  onChange: (ids: string[]) => void;
}

/** Some records of an object, found by a piece of their names. */
export function SeveralRecords({ id, target, ids, wrong, placeholder, autoFocus = false, onChange }: Props) {
  const [text, type] = useState('');
  const settled = useSettled(text.trim(), 150);
  const { data = [] } = useQuery({
    queryKey: ['records', target, 'choices', settled],
    queryFn: ({ signal }) => choices(target, settled, signal),
    placeholderData: (before) => before,
  });
  const labels = useQueries({
    queries: ids.map((each) => labelQuery(target, each)),
    combine: (found) => found.map(({ data: label }) => label ?? '…'),
  });
  const known = ids.map((value, i) => ({ value, label: labels[i] ?? '…' }));
  const found = data
    .filter((each) => !ids.includes(each.id))
    .map(({ id: value, label }) => ({ value, label }));
  return (
    <Select<string[]>
      id={id}
      className={fields.wide ?? ''}
      mode="multiple"
      autoFocus={autoFocus}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: type }}
      {...(wrong && { status: 'error' as const })}
      value={ids}
      options={[...known, ...found]}
      onChange={(next) => {
        data.filter((each) => next.includes(each.id)).forEach((each) => remember(target, each));
        onChange(next);
      }}
    />
  );
}
