import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { sessionQuery, type Session } from '@/lib/session';
import { Notice } from '@/ui/Notice';
import way from '@/ui/Way.module.css';
import { useCurrentInSight } from '@/ui/useCurrentInSight';
import { sectionAt, sectionsFor } from './sections';
import styles from './Settings.module.css';

const groups = ['own', 'company', 'data'] as const;

/** The list of what one may set, and the page that was chosen. */
export function Settings() {
  const { t } = useTranslation('settings');
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { pathname } = useLocation();
  const nav = useCurrentInSight<HTMLElement>(pathname);
  const mine = sectionsFor(session);
  const here = sectionAt(pathname);
  const may = here === undefined || mine.includes(here);
  return (
    <div className={styles.settings}>
      <nav ref={nav} aria-label={t('title')} className={styles.nav}>
        <h2 className={styles.title}>{t('title')}</h2>
        {groups.map((group) => {
          const all = mine.filter((each) => each.group === group);
          return (
            all.length > 0 && (
              <section key={group} aria-label={t(`group.${group}`)} className={styles.group}>
                <h3>{t(`group.${group}`)}</h3>
                {all.map(({ name, to, icon: Icon }) => (
                  <NavLink key={to} to={to} className={way.way ?? ''}>
                    <Icon size={16} strokeWidth={1.5} aria-hidden />
                    {t(`nav.${name}`)}
                  </NavLink>
                ))}
              </section>
            )
          );
        })}
      </nav>
      <div className={styles.page}>{may ? <Outlet /> : <Closed session={session} />}</div>
    </div>
  );
}

/** Goes to the first page that one may use. */
export function FirstSection() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const [first] = sectionsFor(session);
  return first ? <Navigate to={first.to} replace /> : <Closed session={session} />;
}

/** Why there is nothing to set, and what to do about it. */
function Closed({ session }: { session: Session | null }) {
  const { t } = useTranslation('settings');
  return session?.viewing ? (
    <Notice title={t('viewing.closed')} hint={t('viewing.closed_hint')} />
  ) : (
    <Notice title={t('forbidden')} hint={t('forbidden_hint')} />
  );
}
