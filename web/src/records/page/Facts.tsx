import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '@/fields/values';
import { fieldsOf, say, type Field, type ObjectMeta } from '@/lib/meta';
import type { Entry } from '@/lib/records';
import { ownPath, useStages } from '../path/ownPath';
import { SectionHead } from '../layout/SectionHead';
import { sectionsOf } from '../layout/sections';
import { useFolds } from '../layout/useFolds';
import { Fact } from './Fact';
import { pathOf } from '../path/pathOf';
import { NEXT_STEP } from '../telling';
import styles from './Facts.module.css';

/** So many empty fields hide nothing by being shown. */
const FEW_EMPTY = 8;

/** Told elsewhere on the page, or of no use to people, unless the company wants it here. */
const apart = new Set(['id', 'version', NEXT_STEP]);
const traces = new Set(['external_id', 'created_at', 'created_by', 'updated_at', 'updated_by']);

/** The field that says how far a record ever came says nothing more of one that stands there, or went all the way. */
function useReached(meta: ObjectMeta, entry: Entry): string | undefined {
  const path = pathOf(meta);
  const stages = useStages(meta, path);
  const at = path && entry[path.name];
  const furthest = path && ownPath(meta, path)?.fields.furthest;
  if (furthest === undefined || typeof at !== 'string') {
    return undefined;
  }
  return entry[furthest] === at || (stages.closes(at) && !stages.fails(at)) ? furthest : undefined;
}

/** The fields with their values, section by section; many empty ones wait behind a button, traces stand at the end. */
export function Facts({ meta, entry }: { meta: ObjectMeta; entry: Entry }) {
  const { t } = useTranslation('record');
  const [all, showAll] = useState(false);
  const { isOpen, turn } = useFolds(meta.name);
  const placed = new Set(meta.layouts.page?.sections.flatMap(({ fields }) => fields));
  const reached = useReached(meta, entry);
  const sections = sectionsOf(
    meta,
    'page',
    ({ name }) => name !== reached && (placed.has(name) || !(apart.has(name) || traces.has(name))),
  );
  const filled = (fields: Field[]) => fields.filter((f) => !isEmpty(entry[f.name]));
  const empty = sections.reduce((sum, { fields }) => sum + fields.length - filled(fields).length, 0);
  const folds = empty > FEW_EMPTY;
  const shown = sections
    .map((section) => ({ ...section, fields: all || !folds ? section.fields : filled(section.fields) }))
    .filter(({ fields }) => fields.length > 0);
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
      {shown.map((section) =>
        sections.length < 2 ? (
          <div key={section.key}>{facts(section.fields)}</div>
        ) : (
          <div key={section.key} className={styles.section}>
            <SectionHead
              title={section.label ? say(section.label) : t('other_facts')}
              count={section.fields.length}
              open={isOpen(section)}
              onTurn={(open) => turn(section, open)}
            />
            {isOpen(section) && facts(section.fields)}
          </div>
        ),
      )}
      {folds && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => showAll(!all)}>
          {t(all ? 'hide_empty' : 'show_empty', { n: empty })}
        </button>
      )}
      <div className={styles.traces}>
        {facts(
          fieldsOf(meta).filter(({ name }) => traces.has(name) && !placed.has(name) && !isEmpty(entry[name])),
        )}
      </div>
    </section>
  );
}
