import { Button, Input, Modal } from 'antd';
import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn, type Session } from '@/lib/session';
import { whyNot } from '@/ui/tell';
import { lastLogin } from './lastLogin';
import { renewal } from './renewal';
import styles from './SignIn.module.css';

/** Renews a session over the page, which stays as it is; whoever else signs in begins at the start. */
export function SignInAgain({ former }: { former: Session }) {
  const { t } = useTranslation('shell');
  const [login, setLogin] = useState(lastLogin.read());
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const id = useId();
  const name = 'label' in former.user ? (former.user.label ?? '') : '';

  useEffect(() => {
    // signed in anew in another window: nothing is left to ask
    const look = () => void renewal.check().catch(() => undefined);
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (login.trim() === '' || password === '') {
      setRefused(t('sign_in.missing'));
      return;
    }
    setBusy(true);
    try {
      const session = await signIn(login.trim(), password, former.tenant);
      lastLogin.keep(login.trim());
      await renewal.enter(session, former);
    } catch (error) {
      setRefused(whyNot(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      centered
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={400}
      zIndex={1200}
      title={t('again.title')}
      afterOpenChange={(open) =>
        open && document.getElementById(`${id}-${login === '' ? 'login' : 'password'}`)?.focus()
      }
    >
      <form className={styles.again} onSubmit={(event) => void submit(event)} noValidate>
        <p className="muted">{t('again.lead', { name })}</p>
        <label className={styles.field}>
          {t('sign_in.login')}
          <Input
            id={`${id}-login`}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
          />
        </label>
        <label className={styles.field}>
          {t('sign_in.password')}
          <Input.Password
            id={`${id}-password`}
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <div role="alert" className={styles.refused}>
          {refused}
        </div>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t('again.submit')}
        </Button>
        <p className={styles.other}>{t('again.other')}</p>
      </form>
    </Modal>
  );
}
