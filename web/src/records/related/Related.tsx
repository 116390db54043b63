import { useTranslation } from 'react-i18next';
import { useObjects, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { RelatedList } from './RelatedList';
import { relationsOf } from './related';
import styles from './Related.module.css';

/** What belongs to the record, object by object. */
export function Related({ meta, entry }: { meta: ObjectMeta; entry: Entry }) {
  const { t } = useTranslation('record');
  const relations = relationsOf(meta, useObjects());
  if (relations.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="related" className={styles.related}>
      <h2 id="related" className={styles.title}>
        {t('related')}
      </h2>
      {relations.map((relation) => (
        <RelatedList
          key={`${relation.object}.${relation.field}`}
          of={meta}
          entry={entry}
          relation={relation}
        />
      ))}
    </section>
  );
}
