import { Bell, Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useObjects } from '@/lib/meta';
import type { Session } from '@/lib/session';
import { keyText } from '@/ui/keys';
import { Count } from './Count';
import { Make } from './Make';
import { placesOf } from './menu';
import { overlay } from './overlay';
import { UserMenu } from './UserMenu';
import { useWaiting } from './waiting';
import styles from './TopBar.module.css';

/** Search, something new, what colleagues said and the person; the page puts its own title below. */
export function TopBar({ session }: { session: Session }) {
  const { t } = useTranslation('shell');
  const waiting = useWaiting();
  const messages = placesOf(useObjects()).find(({ name }) => name === 'messages');
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.search} onClick={() => overlay.show({ kind: 'palette' })}>
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <span className={styles.word}>{t('search')}</span>
        <kbd className={styles.key}>{keyText('everywhere', 'search')}</kbd>
      </button>
      <Make className={styles.make}>
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {t('create')}
      </Make>
      {messages && (
        <NavLink to={messages.to} className={styles.bell ?? ''} title={t('places.messages')}>
          <span className={styles.sign}>
            <Bell size={18} strokeWidth={1.5} aria-hidden />
            <Count of="messages" waiting={waiting} small />
          </span>
          <span className="sr-only">{t('places.messages')}</span>
        </NavLink>
      )}
      <span className={styles.user}>
        <UserMenu session={session} />
      </span>
    </header>
  );
}
