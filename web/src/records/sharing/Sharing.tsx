import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Building2, Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '@/lib/changes';
import { labelQuery } from '@/lib/choices';
import type { Entry } from '@/lib/records';
import { sharingQuery, type SharedWith, type ShareLevel } from '@/lib/sharing';
import { Face } from '@/ui/Face';
import { IconButton } from '@/ui/IconButton';
import { tell } from '@/ui/tell';
import { Unread } from '@/ui/Unread';
import { Waiting } from '@/ui/Waiting';
import { Invite } from './Invite';
import styles from './Sharing.module.css';

interface Props {
  object: string;
  entry: Entry;
  children?: ReactNode;
}

/** With whom a record is shared and how far, and a way to change that. */
export function Sharing({ object, entry, children }: Props) {
  const { t } = useTranslation('views');
  const queries = useQueryClient();
  const { data: sharing, error, isFetching, refetch } = useQuery(sharingQuery(object, entry));
  const [inviting, invite] = useState(false);
  const share = async (whom: Pick<SharedWith, 'user' | 'department'>, level: ShareLevel | 'none') => {
    const one = whom.user ? { user: whom.user } : { department: whom.department };
    try {
      const { with: now } = await act<{ with: SharedWith[] }>(object, entry, 'share', { with: [one], level });
      queries.setQueryData(sharingQuery(object, entry).queryKey, { change: true, with: now });
    } catch (refused) {
      tell(refused);
    }
  };
  if (inviting) {
    return (
      <Invite
        known={sharing?.with ?? []}
        onPick={(whom) => {
          invite(false);
          void share(whom, 'read');
        }}
        onBack={() => invite(false)}
      />
    );
  }
  if (sharing?.change === false) {
    return <p className={styles.why}>{t('sharing_closed')}</p>;
  }
  return (
    <div className={styles.share}>
      <button type="button" className={styles.add} onClick={() => invite(true)}>
        <Plus size={14} aria-hidden />
        {t('invite')}
      </button>
      {!sharing && error ? (
        <Unread error={error} busy={isFetching} retry={() => void refetch()} />
      ) : !sharing ? (
        <Waiting lines={2} />
      ) : sharing.with.length === 0 ? (
        <p className={styles.why}>{t('shared_with_none')}</p>
      ) : (
        <ul className={styles.people}>
          {sharing.with.map((whom) => (
            <Whom
              key={whom.user ?? whom.department}
              whom={whom}
              onLevel={(level) => void share(whom, level)}
            />
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

interface WhomProps {
  whom: SharedWith;
  onLevel: (level: ShareLevel | 'none') => void;
}

function Whom({ whom, onLevel }: WhomProps) {
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  const { data } = useQuery(
    whom.user ? labelQuery('user', whom.user) : labelQuery('department', whom.department ?? ''),
  );
  const name = data === null ? common('hidden_record') : (data ?? '…');
  return (
    <li className={styles.person}>
      {whom.user ? <Face name={name} /> : <Building2 size={16} strokeWidth={1.5} aria-hidden />}
      <span className={styles.called}>{name}</span>
      <select
        className={styles.level}
        aria-label={t('level_of', { name })}
        value={whom.level}
        onChange={(event) => onLevel(event.target.value as ShareLevel)}
      >
        {whom.level === 'alone' && <option value="alone">{t('may_read_alone')}</option>}
        <option value="read">{t('may_read')}</option>
        <option value="write">{t('may_write')}</option>
      </select>
      <IconButton small label={t('end_sharing', { name })} onClick={() => onLevel('none')}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
