import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choices } from '@/lib/choices';
import { say, type Field } from '@/lib/meta';
import { giveTo, OWNER, unsaidOwner, whoseOf, type Draft } from '../job/draft';
import { EditText } from '../parts/EditText';
import { Radios } from '../parts/Radios';
import page from '../parts/Page.module.css';
import styles from './Owner.module.css';

interface Props {
  fields: Field[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

const POOL = 'pool';

/** Whose the new records become where the file does not say. */
export function Owner({ fields, draft, onDraft }: Props) {
  const { t } = useTranslation('imports');
  const id = useId();
  const [picking, pick] = useState(false);
  const owner = unsaidOwner(draft, fields);
  const pools = fields.find(
    ({ name, target }) => target === POOL && !draft.columns.some(({ field }) => field === name),
  );
  const { data } = useQuery({
    queryKey: ['records', POOL, 'choices', ''],
    queryFn: ({ signal }) => choices(POOL, '', signal),
    enabled: owner !== undefined && pools !== undefined,
  });
  if (!owner) {
    return null;
  }
  const first = data?.[0];
  const pool = pools && first && { field: pools.name, id: first.id };
  const whose = picking ? 'other' : whoseOf(draft, pool);
  return (
    <section className={page.section}>
      <h2>{t('owner.title')}</h2>
      <p className={page.lead}>{t('owner.lead', { field: say(owner.label) })}</p>
      <Radios
        label={t('owner.title')}
        value={whose}
        options={[
          { value: 'me', label: t('owner.me'), hint: t('owner.me_hint') },
          pool
            ? {
                value: 'nobody',
                label: t('owner.pool', { pool: first.label }),
                hint: t('owner.pool_hint'),
              }
            : { value: 'nobody', label: t('owner.nobody'), hint: t('owner.nobody_hint') },
          { value: 'other', label: t('owner.other'), hint: t('owner.other_hint') },
        ]}
        onChange={(chosen) => {
          pick(chosen === 'other');
          if (chosen !== 'other') {
            onDraft(giveTo(draft, chosen, pool));
          }
        }}
      />
      {whose === 'other' && (
        <div className={styles.who}>
          <label htmlFor={id} className="sr-only">
            {say(owner.label)}
          </label>
          <EditText
            id={id}
            field={owner}
            text={draft.constants[OWNER] ?? ''}
            opened={picking}
            autoFocus={picking}
            onClosed={() => pick(false)}
            onText={(text) => onDraft(giveTo(draft, text === '' ? 'me' : { id: text }, pool))}
          />
        </div>
      )}
    </section>
  );
}
