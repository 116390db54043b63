import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import type { Entry } from '@/lib/records';
import { toast } from '@/ui/toast';
import { useSaving } from '../useSaving';
import { freshPassword, setPassword } from './api';
import { FirstPassword } from './FirstPassword';
import styles from './Person.module.css';

/** Gives somebody a new password, which one then tells them. */
export function PasswordDialog({ person, onClose }: { person: Entry; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const id = useId();
  const [password, setPass] = useState(freshPassword);
  const { busy, wrong, refused, save } = useSaving(['password']);
  const name = String(person.name);
  const send = async () => {
    await setPassword(person.id, password);
    toast.done(t('people.password_set', { name }));
    onClose();
  };
  return (
    <Modal
      open
      title={t('people.password_title', { name })}
      okText={t('people.password')}
      cancelText={common('cancel')}
      confirmLoading={busy}
      onOk={() => save(send)}
      onCancel={onClose}
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
    </Modal>
  );
}
