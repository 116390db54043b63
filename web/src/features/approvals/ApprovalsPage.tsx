import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { parts } from './api';
import { ApprovalList } from './ApprovalList';
import styles from './Approvals.module.css';

/** What the person is to decide, what they asked for, what they decided, and what they are to know of. */
export function ApprovalsPage() {
  const { t } = useTranslation('approval');
  const [asked, ask] = useSearchParams();
  const part = parts.find((each) => each === asked.get('part')) ?? 'todo';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('page.title')}</h1>
        <div role="group" aria-label={t('page.which')} className={styles.parts}>
          {parts.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.part}
              aria-pressed={each === part}
              onClick={() => ask(each === 'todo' ? {} : { part: each }, { replace: true })}
            >
              {t(`page.parts.${each}`)}
            </button>
          ))}
        </div>
      </header>
      <ApprovalList key={part} part={part} />
    </div>
  );
}
