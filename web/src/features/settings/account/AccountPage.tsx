import { useTranslation } from 'react-i18next';
import styles from '../settings.module.css';
import { ChangePassword } from './ChangePassword';
import { Devices } from './Devices';
import { Told } from './Told';
import { Tokens } from './Tokens';

/** What somebody sets for oneself: the password, how one is told, where one is signed in, and the tokens by which programs sign in. */
export function AccountPage() {
  const { t } = useTranslation('settings');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('nav.account')}</h1>
      </header>
      <ChangePassword />
      <Told />
      <Devices />
      <Tokens />
    </div>
  );
}
