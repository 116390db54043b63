import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui/Tag';
import styles from './Configuration.module.css';
import type { Change } from './api';

/** What would be added and changed, by kind. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('settings');
  const sections = [...new Set(changes.map(({ section }) => section))];
  return (
    <div className={styles.changes} aria-label={t('configuration.changes')} role="group">
      {sections.map((section) => (
        <section key={section}>
          <h2 className={styles.section}>
            {t(`configuration.section.${section}`, { defaultValue: section })}
          </h2>
          <ul className={styles.list}>
            {changes
              .filter((change) => change.section === section)
              .map(({ key, act, members }) => (
                <li key={key} className={styles.change}>
                  <Tag seed={act} colour={act === 'added' ? 'green' : 'amber'}>
                    {t(`configuration.act.${act}`)}
                  </Tag>
                  <span dir="auto" className={styles.key}>
                    {key}
                  </span>
                  {members.length > 0 && <span className={styles.members}>{members.join(' · ')}</span>}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
