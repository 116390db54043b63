import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/lib/records';
import { aboutOf, useNames } from '@/records/useNames';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { tell } from '@/ui/tell';
import { toast } from '@/ui/toast';
import { Waiting } from '@/ui/Waiting';
import { mark, mentionsKey, mentionsQuery } from './api';
import { MentionRow } from './MentionRow';
import styles from './Messages.module.css';

/** Where colleagues named the person; what was not seen yet stands out. */
export function Mentions() {
  const { t } = useTranslation('messages');
  const { t: common } = useTranslation();
  const queries = useQueryClient();
  const list = useInfiniteQuery(mentionsQuery);
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useNames(entries);
  const unread = entries.filter((entry) => !entry.seen_at);

  const set = async (some: Entry[], verb: 'see' | 'unsee', said?: string) => {
    try {
      const after = await mark(some, verb);
      if (said !== undefined) {
        toast.done(said, { undo: () => void set(after, 'unsee') });
      }
    } catch (refused) {
      tell(refused);
    }
    await queries.invalidateQueries({ queryKey: mentionsKey });
  };

  if (list.error && !list.data) {
    throw list.error;
  }
  if (list.isPending) {
    return <Waiting lines={8} />;
  }
  if (entries.length === 0) {
    return (
      <Notice
        title={t('empty.mentions')}
        hint={t('empty.mentions_hint')}
        act={<LinkButton to="/today">{t('empty.act')}</LinkButton>}
      />
    );
  }
  return (
    <>
      {unread.length > 1 && (
        <p className={styles.all}>
          <Button size="small" type="text" onClick={() => void set(unread, 'see', t('seen_all'))}>
            {t('see_all')}
          </Button>
        </p>
      )}
      <ul className={styles.rows}>
        {entries.map((entry) => (
          <MentionRow
            key={entry.id}
            entry={entry}
            label={names.get(aboutOf(entry)?.id ?? '')}
            onMark={(verb) => void set([entry], verb)}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <p className={styles.more}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {common('more')}
          </Button>
        </p>
      )}
    </>
  );
}
