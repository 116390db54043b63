import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import styles from './Messages.module.css';
import { NewsRow } from './NewsRow';
import { useNews } from './useNews';

/** All that the person was told, the latest first. */
export function News() {
  const { t } = useTranslation('messages');
  const { t: common } = useTranslation();
  const { list, entries, nameOf, mark, seeAll } = useNews();
  if (list.error && !list.data) {
    throw list.error;
  }
  if (list.isPending) {
    return <Waiting lines={8} />;
  }
  if (entries.length === 0) {
    return (
      <Notice
        title={t('empty.news')}
        hint={t('empty.news_hint')}
        act={<LinkButton to="/today">{t('empty.act')}</LinkButton>}
      />
    );
  }
  return (
    <>
      {entries.some((entry) => !entry.seen_at) && (
        <p className={styles.all}>
          <Button size="small" type="text" onClick={seeAll}>
            {t('see_all')}
          </Button>
        </p>
      )}
      <ul className={styles.rows}>
        {entries.map((entry) => (
          <NewsRow key={entry.id} entry={entry} label={nameOf(entry)} onMark={(verb) => mark(entry, verb)} />
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
