import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '@/fields/values';
import { fieldsOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { Fact } from './Fact';
import styles from './Facts.module.css';

/** Told elsewhere on the page, or of no use to people. */
const apart = new Set(['id', 'version', 'next_step']);
const traces = new Set(['external_id', 'created_at', 'created_by', 'updated_at', 'updated_by']);

/** The fields with their values; empty ones wait behind a button, traces stand at the end. */
export function Facts({ meta, entry }: { meta: ObjectMeta; entry: Entry }) {
  const { t } = useTranslation('record');
  const [all, showAll] = useState(false);
  const fields = fieldsOf(meta).filter((f) => !apart.has(f.name));
  const main = fields.filter((f) => !traces.has(f.name));
  const filled = main.filter((f) => !isEmpty(entry[f.name]));
  const some = all ? main : filled;
  const facts = (list: Field[]) => (
    <dl className={styles.list}>
      {list.map((field) => (
        <div key={field.name} className={styles.fact} data-wide={field.type === 'rich_text'}>
          <dt title={field.help ? say(field.help) : undefined}>{say(field.label)}</dt>
          <dd>
            <Fact object={meta.name} entry={entry} field={field} open={meta.can.update === true} />
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <section aria-labelledby="facts" data-facts className={styles.facts}>
      <h2 id="facts" className={styles.title}>
        {t('facts')}
      </h2>
      {facts(some)}
      {filled.length < main.length && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {t(all ? 'hide_empty' : 'show_empty', { n: main.length - filled.length })}
        </button>
      )}
      <div className={styles.traces}>
        {facts(fields.filter((f) => traces.has(f.name) && !isEmpty(entry[f.name])))}
      </div>
    </section>
  );
}
