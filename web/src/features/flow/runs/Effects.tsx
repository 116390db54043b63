import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { labelQuery } from '@/lib/choices';
import { mid } from '@/lib/i18n';
import { objectQuery, say } from '@/lib/meta';
import { Changes } from '@/records/page/Changes';
import type { Outlook } from '../api';
import styles from './Runs.module.css';

/** What nobody asks about. */
const QUIET = new Set(['id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by']);

const acts = { created: 'created', updated: 'updated', deleted: 'deleted' } as const;
const isKnown = (act: string): act is keyof typeof acts => act in acts;

interface Props {
  changes: Outlook['changes'];
  /** Whether it came to be, so that there are records to look at. */
  real?: boolean;
}

/** What would change or did, record by record. */
export function Effects({ changes, real = false }: Props) {
  const { t } = useTranslation('flow');
  const names = [...new Set(changes.map(({ object }) => object))];
  const metas = useQueries({
    queries: names.map((name) => objectQuery(name)),
    combine: (found) => found.map(({ data }) => data),
  });
  if (changes.length === 0) {
    return <p className={styles.hint}>{t('trial.no_changes')}</p>;
  }
  return (
    <ul className={styles.effects}>
      {changes.map((change, i) => {
        const meta = metas[names.indexOf(change.object)];
        const fields = (change.changes as unknown as Parameters<typeof Changes>[0]['changes']).filter(
          ({ field, after }) => !QUIET.has(field) && !(change.act === 'created' && after === null),
        );
        return meta ? (
          <li key={i}>
            <span className={styles.act}>
              {t(`trial.${isKnown(change.act) ? change.act : 'other'}`, { object: mid(say(meta.label)) })}
              {real && <Way {...change} />}
            </span>
            <Changes meta={meta} changes={fields} fresh={change.act === 'created'} />
          </li>
        ) : null;
      })}
    </ul>
  );
}

/** To the record, for who sees it and as long as it is there. */
function Way({ object, record }: Outlook['changes'][number]) {
  const { data: label } = useQuery(labelQuery(object, record));
  return label ? (
    <>
      {' '}
      <Link to={`/${object}/${record}`}>{label}</Link>
    </>
  ) : null;
}
