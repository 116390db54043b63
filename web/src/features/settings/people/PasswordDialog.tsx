import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/features/import/Alert';
import { problemsOf } from '@/lib/changes';
import type { Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { Part } from '../Part';
import { freshPassword, setPassword } from './api';
import styles from './Person.module.css';

/** Gives somebody a new password, which one then tells them. */
export function PasswordDialog({ person, onClose }: { person: Entry; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const id = useId();
  const [password, setPass] = useState(freshPassword);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const wrong = problemsOf(error).get('password');
  const name = String(person.name);
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await setPassword(person.id, password);
      toast.done(t('people.password_set', { name }));
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t('people.password_title', { name })}
      okText={t('people.password')}
      cancelText={common('cancel')}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={styles.form}>
        {error !== undefined && wrong === undefined && <Refused error={error} />}
        <Part id={id} label={t('people.new_password')} help={t('people.first_password_help')} wrong={wrong}>
          <div className={styles.password}>
            <Input
              id={id}
              autoComplete="off"
              value={password}
              onChange={(event) => setPass(event.target.value)}
            />
            <Button onClick={() => setPass(freshPassword())}>{t('people.other_password')}</Button>
          </div>
        </Part>
      </div>
    </Modal>
  );
}
