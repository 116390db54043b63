import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/lib/session';
import { modifier } from '@/ui/keys';
import { UserMenu } from './UserMenu';
import styles from './TopBar.module.css';

/** Search and the person; the page puts its own title below. */
export function TopBar({ session, onSearch }: { session: Session; onSearch: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <header className={styles.bar}>
      <button type="button" className={styles.search} onClick={onSearch}>
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <span className={styles.word}>{t('search')}</span>
        <kbd className={styles.key}>{modifier}K</kbd>
      </button>
      <UserMenu session={session} />
    </header>
  );
}
