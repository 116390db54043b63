import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ExternalLink } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '@/fields/values';
import type { Candidate } from '@/lib/api';
import { objectQuery, say, type ObjectMeta } from '@/lib/meta';
import { recordQuery } from '@/lib/records';
import { keyFacts, needsLabel } from '../telling';
import { Told } from '../Told';
import styles from './Form.module.css';

interface Props {
  meta: ObjectMeta;
  alike: Candidate[];
  /** Whether there must not be a second one. */
  blocked: boolean;
  /** Whether a record that there is would become like them. */
  editing?: boolean;
  onAllow: () => void;
}

/** Records that are likely the same one: go there, or make another all the same. */
export function Duplicates({ meta, alike, blocked, editing = false, onAllow }: Props) {
  const { t } = useTranslation('form');
  return (
    <div role="alert" className={styles.box}>
      <p>{t('alike', { count: alike.length })}</p>
      <ul>
        {alike.map((candidate, i) => (
          <li key={candidate.id ?? i}>
            {candidate.id === undefined ? (
              <Alien candidate={candidate} />
            ) : (
              <Known object={candidate.object} id={candidate.id} label={candidate.label} />
            )}
          </li>
        ))}
      </ul>
      {!blocked && (
        <div>
          <Button onClick={onAllow}>
            {editing ? t('save_anyway') : t('make_anyway', { object: say(meta.label) })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** More would tell no better which one it is. */
const MOST = 3;

/** One that the person may not see: its name is masked, its department says whom to ask. */
const Alien = ({ candidate: { label, department } }: { candidate: Candidate }) => (
  <>
    {label}
    {typeof department === 'string' && <span className={styles.apart}> · {department}</span>}
  </>
);

/** One that the person may see, with what tells it apart; what was typed stays while they look at it. */
function Known({ object, id, label }: { object: string; id: string; label: string }) {
  const { t } = useTranslation('form');
  const { data: meta } = useQuery(objectQuery(object));
  const { data: entry } = useQuery(recordQuery(object, id));
  const facts = (meta && entry ? keyFacts(meta) : [])
    .filter((field) => !needsLabel(field) && !isEmpty(entry?.[field.name]))
    .slice(0, MOST);
  return (
    <>
      <a href={`/${object}/${id}`} target="_blank" rel="noreferrer">
        {label} <ExternalLink size={12} strokeWidth={1.5} aria-label={t('new_tab')} />
      </a>
      <span className={styles.apart}>
        {facts.map((field) => (
          <Fragment key={field.name}>
            {' · '}
            <Told field={field} value={entry?.[field.name]} />
          </Fragment>
        ))}
      </span>
    </>
  );
}
