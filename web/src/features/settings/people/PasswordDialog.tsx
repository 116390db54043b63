import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import type { Entry } from '@/lib/records';
import { FormDialog } from '@/ui/FormDialog';
import { useSaving } from '../useSaving';
import { freshPassword, setPassword } from './api';
import { FirstPassword } from './FirstPassword';
import type { Note } from './SignInNote';
import styles from './Person.module.css';

interface Props {
  person: Entry;
  /** Called with what the person needs to sign in. */
  onSet: (note: Note) => void;
  onClose: () => void;
}

/** Gives somebody a new password, which one then tells them. */
export function PasswordDialog({ person, onSet, onClose }: Props) {
  const { t } = useTranslation('settings');
  const id = useId();
  const [password, setPass] = useState(freshPassword);
  const { busy, wrong, refused, save } = useSaving(['password']);
  const name = String(person.name);
  const send = async () => {
    await setPassword(person.id, password);
    onClose();
    onSet({ title: t('people.password_set', { name }), login: String(person.login), password });
  };
  return (
    <FormDialog
      title={t('people.password_title', { name })}
      okText={t('people.password')}
      confirmLoading={busy}
      onOk={() => save(send)}
      onClose={onClose}
    >
      <div className={styles.form}>
        <Refused error={refused} />
        <FirstPassword
          id={id}
          label={t('people.new_password')}
          value={password}
          wrong={wrong.get('password')}
          onChange={setPass}
        />
      </div>
    </FormDialog>
  );
}
