import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { fieldOf, say, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { FavouriteButton } from '../favourite/FavouriteButton';
import { Acts } from './Acts';
import { Fact } from './Fact';
import { Facts } from './Facts';
import { StagePath } from './StagePath';
import { Timeline } from './Timeline';
import styles from './RecordView.module.css';

/** What stands beside the name: how much, when, whose. */
const KEY_FACTS = [
  'account',
  'company',
  'amount',
  'expected_amount',
  'close_date',
  'mobile',
  'owner',
  'tags',
];

/** Header with the stage path, facts on the left, what happened in the middle. */
export function RecordView({ meta, entry }: { meta: ObjectMeta; entry: Entry }) {
  const { t } = useTranslation('record');
  const name = entry[meta.name_field];
  const called = typeof name === 'string' ? name : '—';
  const facts = KEY_FACTS.map((key) => fieldOf(meta, key)).filter((f) => f !== undefined);
  const next = fieldOf(meta, 'next_step');
  const stage = meta.name === 'opportunity' ? fieldOf(meta, 'stage') : undefined;
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <Link to={`/${meta.name}`} className={styles.back}>
          <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
          {say(meta.plural)}
        </Link>
        <div className={styles.line}>
          <span className={styles.title}>
            <h1>{called}</h1>
            <FavouriteButton object={meta.name} id={entry.id} name={called} />
          </span>
          <Acts meta={meta} entry={entry} />
        </div>
        <div className={styles.line}>
          <div className={styles.key}>
            {facts
              .filter((field) => !isEmpty(entry[field.name]))
              .map((field) => (
                <span key={field.name} title={say(field.label)}>
                  <Show field={field} value={entry[field.name]} />
                </span>
              ))}
          </div>
          {next && (
            <div className={styles.next}>
              <span className="muted">{t('next_step')}</span>
              <Fact object={meta.name} entry={entry} field={next} open={meta.can.update === true} />
            </div>
          )}
        </div>
        {stage && <StagePath meta={meta} entry={entry} field={stage} />}
      </header>
      <div className={styles.columns}>
        <Facts meta={meta} entry={entry} />
        <Timeline object={meta.name} id={entry.id} />
      </div>
    </article>
  );
}
