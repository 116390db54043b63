import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from '@/lib/records';
import { colourOf } from './colour';
import { timeOf } from './days';
import { dayText } from './dayText';
import type { Plan } from './queries';
import styles from './Calendar.module.css';

interface Props {
  plan: Plan;
  day: string;
  entries: Entry[];
  onCreate: ((day: string) => void) | undefined;
}

/** All records of a day. */
export function DayList({ plan: { meta, day: field }, day, entries, onCreate }: Props) {
  const { t } = useTranslation('calendar');
  return (
    <section aria-label={dayText(day)} className={styles.list}>
      {onCreate && (
        <header className={styles.listHead}>
          {dayText(day)}
          <button type="button" className={styles.fresh} onClick={() => onCreate(day)}>
            <Plus size={14} aria-hidden />
            {t('create')}
          </button>
        </header>
      )}
      {entries.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <ul>
          {entries.map((entry) => {
            const name = entry[meta.name_field];
            const time = timeOf(field, entry[field.name]);
            return (
              <li key={entry.id}>
                <Link to={`/${meta.name}/${entry.id}`} className={styles.line}>
                  <i aria-hidden style={{ background: `var(--tag-${colourOf(meta, entry)}-text)` }} />
                  <span dir="auto" className={styles.called}>
                    {typeof name === 'string' && name !== '' ? name : '—'}
                  </span>
                  {time !== undefined && <span className={styles.at}>{time}</span>}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
