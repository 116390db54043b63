import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Edit } from '@/fields/Edit';
import { isEmpty, written } from '@/fields/values';
import { Refused } from '@/features/import/Alert';
import { create, patch, problemsOf, type Values } from '@/lib/changes';
import { fieldOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';
import { freshPassword, setPassword } from './api';
import { FirstPassword } from './FirstPassword';

interface Props {
  meta: ObjectMeta;
  roles: Map<string, string>;
  /** Who is changed; somebody new is added without. */
  person?: Entry;
  onClose: () => void;
}

const names = ['name', 'login', 'email', 'mobile', 'department', 'manager'];

/** Adds somebody, or changes what is known of them and what they may do. */
export function PersonDrawer({ meta, roles, person, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<Values>({});
  const [password, setPass] = useState(() => (person ? '' : freshPassword()));
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const wrong = problemsOf(error);
  const fields = names.map((name) => fieldOf(meta, name)).filter((f): f is Field => f !== undefined);
  const valueOf = (name: string) => (name in values ? values[name] : person?.[name]) ?? null;
  const chosen = (Array.isArray(valueOf('roles')) ? valueOf('roles') : []) as string[];

  const made = async () => {
    const given = Object.entries(values).filter(([, value]) => !isEmpty(value));
    const entry = await create('user', Object.fromEntries(given.map(([n, v]) => [n, written(v)])));
    try {
      await setPassword(entry.id, password);
      toast.done(t('people.added', { name: String(entry.name) }));
    } catch (refused) {
      tell(refused); // the person is there; the password can be set from the row
    }
  };
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      if (person) {
        const changes = Object.fromEntries(Object.entries(values).map(([n, v]) => [n, written(v)]));
        await patch('user', person, changes);
        toast.done(t('saved'));
      } else {
        await made();
      }
      await queries.invalidateQueries({ queryKey: recordsKey('user') });
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };

  return (
    <FormDrawer
      title={person ? String(person.name) : t('people.add')}
      save={person ? common('save') : t('people.add')}
      busy={busy}
      first={`${id}-name`}
      onSave={() => void save()}
      onClose={onClose}
    >
      {error !== undefined && ![...wrong.keys()].some((field) => [...names, 'roles'].includes(field)) && (
        <Refused error={error} />
      )}
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
            value={valueOf(field.name)}
            wrong={wrong.has(field.name)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        </Part>
      ))}
      <Part
        id={`${id}-roles`}
        label={t('people.roles')}
        help={t('people.roles_help')}
        wrong={wrong.get('roles')}
      >
        <Select<string[]>
          id={`${id}-roles`}
          mode="multiple"
          value={chosen}
          options={[...roles].map(([value, label]) => ({ value, label }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(given: string[]) => setValues({ ...values, roles: given })}
        />
      </Part>
      {!person && <FirstPassword id={`${id}-password`} value={password} onChange={setPass} />}
    </FormDrawer>
  );
}
