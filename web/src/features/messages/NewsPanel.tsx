import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Floating } from '@/ui/Floating';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { NewsRow } from './NewsRow';
import styles from './NewsPanel.module.css';
import { useNews } from './useNews';

const WIDTH = 400;

interface Props {
  anchor: HTMLElement;
  onClose: () => void;
}

/** The latest of what the person was told, beside the bell. */
export function NewsPanel({ anchor, onClose }: Props) {
  const { t } = useTranslation('messages');
  const { list, entries, nameOf, mark, seeAll } = useNews();
  const failed = list.error !== null && !list.data;
  return (
    <Floating anchor={anchor} label={t('news')} width={WIDTH} align="end" onClose={onClose}>
      <div className={styles.panel}>
        <header className={styles.head}>
          <h2>{t('news')}</h2>
          {entries.some((entry) => !entry.seen_at) && (
            <button type="button" className={styles.all} onClick={seeAll}>
              {t('see_all')}
            </button>
          )}
        </header>
        {failed && <Notice title={t('failed')} />}
        {list.isPending && !failed && <Waiting lines={4} />}
        {list.data && entries.length === 0 && <Notice title={t('empty.news')} hint={t('empty.news_hint')} />}
        <ul className={styles.rows}>
          {entries.map((entry) => (
            <NewsRow
              key={entry.id}
              entry={entry}
              label={nameOf(entry)}
              onMark={(verb) => mark(entry, verb)}
              onGo={onClose}
            />
          ))}
        </ul>
        <footer className={styles.foot}>
          <Link to="/messages" onClick={onClose}>
            {t('show_all')}
          </Link>
        </footer>
      </div>
    </Floating>
  );
}
