import { useTranslation } from 'react-i18next';
import styles from '../settings.module.css';
import { ChangePassword } from './ChangePassword';
import { Tokens } from './Tokens';

/** What somebody sets for oneself: the password, and the tokens by which programs sign in. */
export function AccountPage() {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('nav.account')}</h1>
      </header>
      <ChangePassword />
      <Tokens />
    </div>
  );
}
