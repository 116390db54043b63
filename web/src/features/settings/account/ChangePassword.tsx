import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/ui/Alert';
import { sessionQuery } from '@/lib/session';
import { toast } from '@/ui/toast';
import { Part } from '../Part';
import { useSaving } from '../useSaving';
import { setPassword } from '../people/api';
import styles from './Account.module.css';

/** Changes one's own password. */
export function ChangePassword() {
  const { t } = useTranslation('settings');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const queries = useQueryClient();
  const id = useId();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const { busy, wrong, refused, save } = useSaving(['password', 'current']);
  const send = async () => {
    if (!session || !('id' in session.user)) {
      return;
    }
    await setPassword(session.user.id, fresh, current);
    toast.done(t('account.password_changed'));
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    setCurrent('');
    setFresh('');
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(send);
  };
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id} className={styles.heading}>
        {t('account.password')}
      </h2>
      <form className={styles.form} onSubmit={submit}>
        <Refused error={refused} />
        <Part id={`${id}-now`} label={t('account.current')} wrong={wrong.get('current')}>
          <Input.Password
            id={`${id}-now`}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Part>
        <Part
          id={`${id}-new`}
          label={t('account.new')}
          help={t('account.new_help')}
          wrong={wrong.get('password')}
        >
          <Input.Password
            id={`${id}-new`}
            autoComplete="new-password"
            value={fresh}
            onChange={(event) => setFresh(event.target.value)}
          />
        </Part>
        <Button htmlType="submit" type="primary" loading={busy} disabled={current === '' || fresh === ''}>
          {t('account.change_password')}
        </Button>
      </form>
    </section>
  );
}
