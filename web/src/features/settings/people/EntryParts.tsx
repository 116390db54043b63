import { Edit } from '@/fields/Edit';
import { isEmpty, written } from '@/fields/values';
import type { Values } from '@/lib/changes';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Part } from '../Part';

interface Props {
  id: string;
  meta: ObjectMeta;
  /** The fields to be filled in, in their order; those that one may not see are left out. */
  names: readonly string[];
  /** What stands so far, below what was typed. */
  entry: Entry | undefined;
  values: Values;
  wrong: Map<string, string>;
  onChange: (values: Values) => void;
}

/** Some fields of a record as parts of a form. */
export function EntryParts({ id, meta, names, entry, values, wrong, onChange }: Props) {
  return names.map((name) => {
    const field = fieldOf(meta, name);
    return (
      field && (
        <Part
          key={name}
          id={`${id}-${name}`}
          label={say(field.label)}
          required={field.required && !field.derived}
          help={say(field.help)}
          wrong={wrong.get(name)}
        >
          <Edit
            id={`${id}-${name}`}
            field={field}
            value={(name in values ? values[name] : entry?.[name]) ?? null}
            wrong={wrong.has(name)}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        </Part>
      )
    );
  });
}

/** What was typed as the server takes it: all of it for what is there, without what is empty for what is new. */
export const sent = (values: Values, fresh: boolean): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => !fresh || !isEmpty(value))
      .map(([name, value]) => [name, written(value)]),
  );
