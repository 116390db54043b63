import { useQuery } from '@tanstack/react-query';
import { Edit } from '@/fields/Edit';
import { asText, isEmpty, written } from '@/fields/values';
import { labelQuery, remember } from '@/lib/choices';
import type { Field } from '@/lib/meta';

interface Props {
  field: Field;
  /** The value as a cell has it: a link by its id or name, nothing when empty. */
  text: string;
  onText: (text: string) => void;
  id?: string;
  /** Whether what there is to choose from lies open from the beginning, and who is told once it has closed. */
  opened?: boolean;
  onClosed?: () => void;
  autoFocus?: boolean;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The usual editor of a field for what a cell says. */
export function EditText({ field, text, onText, id, ...opening }: Props) {
  const target = field.target ?? '';
  const byId = target !== '' && ID.test(text);
  const { data: label } = useQuery({ ...labelQuery(target, text), enabled: byId });
  const value =
    text === ''
      ? null
      : target !== ''
        ? { id: text, label: byId ? (label ?? '') : text }
        : field.type === 'boolean'
          ? text === 'true'
          : text;
  const change = (next: unknown) => {
    if (typeof next === 'object' && next !== null && 'id' in next && 'label' in next) {
      remember(target, { id: asText(next.id), label: asText(next.label) });
    }
    onText(isEmpty(next) ? '' : asText(written(next)));
  };
  return (
    <Edit field={field} value={value} onChange={change} {...opening} {...(id !== undefined && { id })} />
  );
}
