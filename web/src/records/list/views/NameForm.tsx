import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ViewPanel.module.css';

interface Props {
  name: string;
  submit: string;
  onName: (name: string) => void;
}

const LONGEST = 100;

/** Asks what a view is called. */
export function NameForm({ name, submit, onName }: Props) {
  const { t } = useTranslation('views');
  const [text, type] = useState(name);
  const said = text.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '') {
          onName(said);
        }
      }}
    >
      <label className={styles.label}>
        {t('name')}
        <input
          autoFocus
          className={styles.input}
          value={text}
          maxLength={LONGEST}
          placeholder={t('name_hint')}
          onFocus={(event) => event.target.select()}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit" disabled={said === '' || said === name} block>
        {submit}
      </Button>
    </form>
  );
}
