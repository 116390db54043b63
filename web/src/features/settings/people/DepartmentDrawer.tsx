import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/features/import/Alert';
import { Edit } from '@/fields/Edit';
import { isEmpty, written } from '@/fields/values';
import { create, patch, problemsOf, type Values } from '@/lib/changes';
import { fieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';

interface Props {
  meta: ObjectMeta;
  department?: Entry;
  /** What is known of a new one, such as where it belongs. */
  preset?: Values;
  onClose: () => void;
}

const names = ['name', 'parent', 'manager'];

/** Adds a department, or changes its name, place and head. */
export function DepartmentDrawer({ meta, department, preset = {}, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<Values>(preset);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const wrong = problemsOf(error);
  const fields = names.map((name) => fieldOf(meta, name)).filter((f): f is Field => f !== undefined);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    const said = Object.entries(values).map(([name, value]) => [name, written(value)] as const);
    try {
      await (department
        ? patch('department', department, Object.fromEntries(said))
        : create('department', Object.fromEntries(said.filter(([, value]) => !isEmpty(value)))));
      await queries.invalidateQueries({ queryKey: recordsKey('department') });
      toast.done(t('saved'));
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <FormDrawer
      title={department ? String(department.name) : t('department.add')}
      save={department ? common('save') : t('department.add')}
      busy={busy}
      first={`${id}-name`}
      onSave={() => void save()}
      onClose={onClose}
    >
      {error !== undefined && !names.some((name) => wrong.has(name)) && <Refused error={error} />}
      {fields.map((field) => (
        <Part
          key={field.name}
          id={`${id}-${field.name}`}
          label={say(field.label)}
          required={field.required}
          wrong={wrong.get(field.name)}
        >
          <Edit
            id={`${id}-${field.name}`}
            field={field}
            value={(field.name in values ? values[field.name] : department?.[field.name]) ?? null}
            wrong={wrong.has(field.name)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        </Part>
      ))}
    </FormDrawer>
  );
}
