import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Show } from '@/fields/Show';
import { isEmpty } from '@/fields/values';
import { fieldsOf, say, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import styles from './Facts.module.css';

const apart = new Set(['id', 'version', 'created_by', 'updated_by', 'next_step', 'tags']);

/** The fields with their values; empty ones wait behind a button. */
export function Facts({ meta, entry }: { meta: ObjectMeta; entry: Entry }) {
  const { t } = useTranslation('record');
  const [all, showAll] = useState(false);
  const fields = fieldsOf(meta).filter((f) => !apart.has(f.name) && f.name !== meta.name_field);
  const empty = fields.filter((f) => isEmpty(entry[f.name]));
  const shown = all ? fields : fields.filter((f) => !isEmpty(entry[f.name]));
  return (
    <section aria-labelledby="facts" className={styles.facts}>
      <h2 id="facts" className={styles.title}>
        {t('facts')}
      </h2>
      <dl className={styles.list}>
        {shown.map((field) => (
          <div key={field.name} className={styles.fact}>
            <dt title={field.help ? say(field.help) : undefined}>{say(field.label)}</dt>
            <dd>
              {isEmpty(entry[field.name]) ? (
                <span className="muted">—</span>
              ) : (
                <Show field={field} value={entry[field.name]} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {empty.length > 0 && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {t(all ? 'hide_empty' : 'show_empty')}
        </button>
      )}
    </section>
  );
}
