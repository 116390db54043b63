import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './Tabs.module.css';

/** The ways to look at a flow. */
export function Tabs({ flow }: { flow: string }) {
  const { t } = useTranslation('flow');
  return (
    <nav aria-label={t('title')} className={styles.tabs}>
      <NavLink end to={`/settings/flows/${flow}`} className={styles.tab ?? ''}>
        {t('tabs.design')}
      </NavLink>
      <NavLink to={`/settings/flows/${flow}/runs`} className={styles.tab ?? ''}>
        {t('tabs.runs')}
      </NavLink>
    </nav>
  );
}
