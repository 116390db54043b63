import { useQuery } from '@tanstack/react-query';
import { Bell, BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followingQuery, setFollowing } from '@/lib/desk';
import { useMakes } from '@/lib/meta';
import { tell } from '@/ui/tell';
import styles from './Acts.module.css';

/** Whether the person wants to hear of what becomes of the record. */
export function FollowButton({ object, id }: { object: string; id: string }) {
  const { t } = useTranslation('record');
  const { data: following } = useQuery(followingQuery(object, id));
  const [busy, work] = useState(false);
  const makes = useMakes();
  if (following === undefined || !makes('follow')) {
    return null;
  }
  const toggle = async () => {
    if (busy) {
      return;
    }
    work(true);
    try {
      await setFollowing(object, id, !following);
    } catch (refused) {
      tell(refused);
    }
    work(false);
  };
  const Icon = following ? BellRing : Bell;
  return (
    <button
      type="button"
      className={styles.quiet}
      aria-pressed={following}
      aria-disabled={busy}
      title={t(following ? 'unfollow_hint' : 'follow_hint')}
      onClick={() => void toggle()}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {t(following ? 'following' : 'follow')}
    </button>
  );
}
