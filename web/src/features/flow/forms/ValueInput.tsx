import { useQuery } from '@tanstack/react-query';
import { Edit } from '@/fields/Edit';
import { written } from '@/fields/values';
import { labelQuery, remember } from '@/lib/choices';
import type { Field } from '@/lib/meta';

interface Props {
  id: string;
  field: Field;
  /** As flows keep it: a link by its id. */
  value: unknown;
  wrong: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  onChange: (value: unknown) => void;
}

/** The editor of a field's type for a value that a flow gives. */
export function ValueInput({ field, value, onChange, ...rest }: Props) {
  const { target } = field;
  const linked = target !== undefined && typeof value === 'string';
  const { data: label } = useQuery({
    ...labelQuery(target ?? '', linked ? value : ''),
    enabled: linked,
  });
  return (
    <Edit
      {...rest}
      field={{ ...field, required: false }}
      value={linked ? { id: value, label: label ?? '' } : (value ?? null)}
      onChange={(next) => {
        if (target !== undefined && typeof next === 'object' && next !== null && 'id' in next) {
          const { id, label: name } = next as { id: string; label?: string };
          remember(target, { id, label: name ?? '' });
        }
        onChange(written(next));
      }}
    />
  );
}
