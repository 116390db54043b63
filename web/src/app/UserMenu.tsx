import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazy, prepare } from '@/lib/lazy';
import type { Session } from '@/lib/session';
import { Face } from '@/ui/Face';
import styles from './UserMenu.module.css';

const load = () => import('./UserMenuOpen');
const Open = lazy(() => load().then((module) => ({ default: module.UserMenuOpen })));

/** The person's own menu; what it takes is loaded when it is first wanted. */
export function UserMenu({ session }: { session: Session }) {
  const { t } = useTranslation('shell');
  const [wanted, want] = useState(false);
  const label = 'label' in session.user ? (session.user.label ?? '') : '';
  const button = (
    <button
      type="button"
      className={styles.button}
      aria-label={`${t('user.menu')} · ${label}`}
      aria-haspopup="menu"
      onPointerEnter={() => prepare(load)}
      onClick={() => want(true)}
    >
      <Face name={label} size={28} />
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Open session={session}>{button}</Open>
    </Suspense>
  ) : (
    button
  );
}
