import { Button, Input } from 'antd';
import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { language, languages, nameOf, speak } from '@/lib/i18n';
import { inside } from '@/lib/inside';
import { queryClient } from '@/lib/query';
import { sessionQuery, signIn } from '@/lib/session';
import { Mark } from '@/ui/Mark';
import { tell, whyNot } from '@/ui/tell';
import { lastLogin } from './lastLogin';
import styles from './SignIn.module.css';

/** The door. */
export function SignIn() {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const [company, showCompany] = useState(asked.has('tenant'));
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void import('./Shell'); // what comes next, once this page is there
  }, []);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => ((form.get(name) as string | null) ?? '').trim();
    const password = (form.get('password') as string | null) ?? '';
    if (text('login') === '' || password === '') {
      setRefused(t('sign_in.missing'));
      return;
    }
    setBusy(true);
    try {
      const session = await signIn(text('login'), password, company ? text('tenant') : undefined);
      lastLogin.keep(text('login'));
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate(inside(asked.get('to')), { replace: true });
    } catch (error) {
      setRefused(whyNot(error));
      setBusy(false);
    }
  };

  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={(event) => void submit(event)} noValidate>
        <Mark size={40} />
        <div>
          <h1>{t('sign_in.title')}</h1>
          <p className="muted">{t('sign_in.lead')}</p>
        </div>
        {asked.has('ended') && <p className={styles.ended}>{t('sign_in.ended')}</p>}
        {company && (
          <label className={styles.field}>
            {t('sign_in.tenant')}
            <Input
              name="tenant"
              size="large"
              autoComplete="organization"
              defaultValue={asked.get('tenant') ?? ''}
            />
          </label>
        )}
        <label className={styles.field}>
          {t('sign_in.login')}
          <Input name="login" size="large" autoComplete="username" autoCapitalize="none" autoFocus />
        </label>
        <label className={styles.field}>
          {t('sign_in.password')}
          <Input.Password name="password" size="large" autoComplete="current-password" />
        </label>
        <div role="alert" className={styles.refused}>
          {refused}
        </div>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t('sign_in.submit')}
        </Button>
        <div className={styles.foot}>
          {!company && (
            <button type="button" className={styles.quiet} onClick={() => showCompany(true)}>
              {t('sign_in.other_company')}
            </button>
          )}
          <span className={styles.languages}>
            {languages.map((code) => (
              <button
                key={code}
                type="button"
                lang={code}
                className={styles.quiet}
                aria-pressed={language() === code}
                onClick={() => void speak(code).catch(tell)}
              >
                {nameOf[code]}
              </button>
            ))}
          </span>
        </div>
      </form>
    </main>
  );
}
