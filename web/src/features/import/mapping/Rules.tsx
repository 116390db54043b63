import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { say, type Field, type ObjectMeta } from '@/lib/meta';
import { become, KEY, type Draft, type Mode } from '../job/draft';
import { Radios } from '../parts/Radios';
import page from '../parts/Page.module.css';
import styles from './Rules.module.css';

interface Props {
  meta: ObjectMeta;
  /** Fields by which records can be recognised. */
  matches: Field[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

const usual = ['external_id', 'mobile', 'email', 'credit_code', 'code', 'number'];

/** What becomes of rows that are there already. */
export function Rules({ meta, matches, draft, onDraft }: Props) {
  const { t } = useTranslation('imports');
  const group = useId();
  const object = say(meta.label);
  const modes: Mode[] = [
    ...(meta.can.create ? (['create'] as const) : []),
    ...(meta.can.update ? (['update'] as const) : []),
    ...(meta.can.create && meta.can.update ? (['upsert'] as const) : []),
  ];
  const first = usual.flatMap((name) => matches.filter((field) => field.name === name || field.unique))[0];
  const choose = (mode: Mode) => onDraft(become(draft, mode, first));
  return (
    <>
      <section className={page.section}>
        <h2>{t('rules.title')}</h2>
        <Radios
          label={t('rules.title')}
          value={draft.mode}
          options={modes.map((mode) => ({
            value: mode,
            label: t(`rules.${mode}`, { object }),
            hint: t(`rules.${mode}_hint`, { object }),
          }))}
          onChange={choose}
        />
        {draft.mode !== 'create' && (
          <fieldset className={styles.match}>
            <legend>{t('rules.match', { object })}</legend>
            {matches.length === 0 && <p className={styles.none}>{t('rules.match_none')}</p>}
            {matches.map((field) => (
              <label key={field.name} className={styles.check}>
                <input
                  type="checkbox"
                  name={group}
                  checked={draft.match.includes(field.name)}
                  disabled={field.name === KEY}
                  onChange={(event) =>
                    onDraft({
                      ...draft,
                      match: event.target.checked
                        ? [...draft.match, field.name]
                        : draft.match.filter((name) => name !== field.name),
                    })
                  }
                />
                {say(field.label)}
              </label>
            ))}
          </fieldset>
        )}
      </section>
      <section className={page.section}>
        <h2>{t('rules.duplicates')}</h2>
        <Radios
          label={t('rules.duplicates')}
          value={draft.skip ? 'skip' : 'allow'}
          options={(['allow', 'skip'] as const).map((value) => ({
            value,
            label: t(`rules.${value}`),
            hint: t(`rules.${value}_hint`),
          }))}
          onChange={(value) => onDraft({ ...draft, skip: value === 'skip' })}
        />
      </section>
    </>
  );
}
