import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Part } from '../Part';
import { freshPassword } from './api';
import styles from './Person.module.css';

interface Props {
  id: string;
  label?: string;
  value: string;
  wrong?: string | undefined;
  onChange: (password: string) => void;
}

/** The password with which somebody begins, to be told to them. */
export function FirstPassword({ id, label, value, wrong, onChange }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Part
      id={id}
      label={label ?? t('people.first_password')}
      help={t('people.first_password_help')}
      wrong={wrong}
    >
      <div className={styles.password}>
        <Input id={id} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)} />
        <Button onClick={() => onChange(freshPassword())}>{t('people.other_password')}</Button>
      </div>
    </Part>
  );
}
