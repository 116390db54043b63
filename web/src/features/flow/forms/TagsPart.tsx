import { fieldOf, type ObjectMeta } from '@/lib/meta';
import { Part } from './Part';
import { ValueInput } from './ValueInput';

interface Props {
  id: string;
  label: string;
  required: boolean;
  meta: ObjectMeta;
  /** The field whose tags they are; nothing is asked until it is chosen. */
  of: unknown;
  value: unknown;
  wrong: string | undefined;
  onChange: (tags: unknown[] | undefined) => void;
}

/** Tags of a field. */
export function TagsPart({ id, meta, of, value, onChange, ...frame }: Props) {
  const field = typeof of === 'string' ? fieldOf(meta, of) : undefined;
  return field ? (
    <Part id={id} {...frame}>
      <ValueInput
        id={id}
        field={field}
        value={value}
        wrong={frame.wrong !== undefined}
        onChange={(next) => onChange(Array.isArray(next) && next.length > 0 ? next : undefined)}
      />
    </Part>
  ) : null;
}
