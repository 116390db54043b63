import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create, patch, type Values } from '@/lib/changes';
import type { ObjectMeta } from '@/lib/meta';
import { recordsKey, type Entry } from '@/lib/records';
import { Select } from '@/ui/Select';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { FormDrawer } from '../FormDrawer';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import { freshPassword, setPassword } from './api';
import { EntryParts, sent } from './EntryParts';
import { FirstPassword } from './FirstPassword';
import type { Note } from './SignInNote';

interface Props {
  meta: ObjectMeta;
  roles: Map<string, string>;
  /** Who is changed; somebody new is added without. */
  person?: Entry;
  /** Called with what somebody who was added needs to sign in. */
  onMade?: (note: Note) => void;
  onClose: () => void;
}

const names = ['name', 'login', 'email', 'mobile', 'department', 'manager'];

/** Adds somebody, or changes what is known of them and what they may do. */
export function PersonDrawer({ meta, roles, person, onMade, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const id = useId();
  const [values, setValues] = useState<Values>({});
  const [password, setPass] = useState(() => (person ? '' : freshPassword()));
  const saving = useSaving([...names, 'roles']);
  const chosen = (values.roles ?? person?.roles ?? []) as string[];

  const made = async () => {
    const entry = await create('user', sent(values, true));
    const title = t('people.added', { name: String(entry.name) });
    try {
      await setPassword(entry.id, password);
      return { title, login: String(entry.login), password };
    } catch (refused) {
      tell(refused); // the person is there; the password can be set from the row
      return undefined;
    }
  };
  const send = async () => {
    let note: Note | undefined;
    if (person) {
      await patch('user', person, sent(values, false));
      toast.done(t('saved'));
    } else {
      note = await made();
    }
    await queries.invalidateQueries({ queryKey: recordsKey('user') });
    onClose();
    if (note) {
      onMade?.(note);
    }
  };

  return (
    <FormDrawer
      title={person ? String(person.name) : t('people.add')}
      save={person ? common('save') : t('people.add')}
      saving={saving}
      first={`${id}-name`}
      onSave={() => saving.save(send)}
      onClose={onClose}
    >
      <EntryParts {...{ id, meta, names, values }} entry={person} wrong={saving.wrong} onChange={setValues} />
      <Part
        id={`${id}-roles`}
        label={t('people.roles')}
        help={chosen.length > 0 ? t('people.roles_help') : t('people.no_role')}
        wrong={saving.wrong.get('roles')}
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
