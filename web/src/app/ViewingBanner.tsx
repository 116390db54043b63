import { useQueryClient } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '@/lib/format';
import { leaveFor } from '@/lib/leave';
import { endViewing, type Session } from '@/lib/session';
import styles from './ViewingBanner.module.css';

/** Says on every page through whose eyes one looks, and ends it. */
export function ViewingBanner({ session }: { session: Session }) {
  const { t } = useTranslation('shell');
  const queries = useQueryClient();
  const [ending, end] = useState(false);
  if (!session.viewing) {
    return null;
  }
  const name = 'label' in session.user ? (session.user.label ?? '') : '';
  const leave = async () => {
    end(true);
    await queries.cancelQueries(); // what is still asked as the other would be refused
    await endViewing().catch(() => undefined); // it is over in this window, and ends by itself soon
    leaveFor('/settings/people');
  };
  return (
    <div role="status" className={styles.banner}>
      <span className={styles.who}>
        <Eye size={16} strokeWidth={1.5} aria-hidden />
        {t('viewing.as', { name })}
      </span>
      <span className={styles.hint}>{t('viewing.hint', { at: clock(new Date(session.viewing.until)) })}</span>
      <button type="button" disabled={ending} onClick={() => void leave()}>
        {t('viewing.end')}
      </button>
    </div>
  );
}
