import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Followed } from './Followed';
import { Mentions } from './Mentions';
import { News } from './News';
import styles from './Messages.module.css';

const parts = ['news', 'mentions', 'followed'] as const;

/** What the person was told, what colleagues said, and what became of the records that the person follows. */
export function MessagesPage() {
  const { t } = useTranslation('messages');
  const [asked, ask] = useSearchParams();
  const part = parts.find((each) => each === asked.get('part')) ?? 'news';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <div role="group" aria-label={t('which')} className={styles.parts}>
          {parts.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.part}
              aria-pressed={each === part}
              onClick={() => ask(each === 'news' ? {} : { part: each }, { replace: true })}
            >
              {t(`parts.${each}`)}
            </button>
          ))}
        </div>
      </header>
      {part === 'news' && <News />}
      {part === 'mentions' && <Mentions />}
      {part === 'followed' && <Followed />}
    </div>
  );
}
