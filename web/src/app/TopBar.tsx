import { Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useObjects } from '@/lib/meta';
import type { Session } from '@/lib/session';
import { keyText } from '@/ui/keys';
import { Bell } from './Bell';
import { Make } from './Make';
import { placesOf } from './menu';
import { overlay } from './overlay';
import { UserMenu } from './UserMenu';
import { useWaiting } from './waiting';
import styles from './TopBar.module.css';

/** Search, something new, the bell and the person; the page puts its own title below. */
export function TopBar({ session }: { session: Session }) {
  const { t } = useTranslation('shell');
  const waiting = useWaiting();
  const messages = placesOf(useObjects()).some(({ name }) => name === 'messages');
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
      {messages && <Bell waiting={waiting} />}
      <span className={styles.user}>
        <UserMenu session={session} />
      </span>
    </header>
  );
}
