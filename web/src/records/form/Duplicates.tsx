import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Candidate } from '@/lib/api';
import { say, type ObjectMeta } from '@/lib/meta';
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
            {candidate.id ? (
              <Link to={`/${candidate.object}/${candidate.id}`}>{candidate.label}</Link>
            ) : (
              candidate.label
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
