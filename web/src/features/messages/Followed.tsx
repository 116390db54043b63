import { useQueries, useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { signOf } from '@/features/objects';
import { moment, relative } from '@/lib/format';
import { fieldOf, objectQuery, say, useObjects } from '@/lib/meta';
import { PeekLink } from '@/records/peek/PeekLink';
import { LinkButton } from '@/ui/LinkButton';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { changedQuery, followedQuery, lastChangeQuery, type Changed } from './api';
import styles from './Messages.module.css';

const MOST = 20;
/** So many fields are told by name. */
const NAMED = 3;

/** What colleagues changed of the records that the person follows, the latest first. */
export function Followed() {
  const { t } = useTranslation('messages');
  const followed = useQuery(followedQuery);
  const objects = useObjects();
  const readable = objects.filter(({ name, can }) => can.read && followed.data?.has(name));
  const answers = useQueries({
    queries: readable.map((object) => changedQuery(object, followed.data?.get(object.name) ?? [])),
  });
  const error = [followed, ...answers].find((answer) => answer.error && !answer.data)?.error;
  if (error) {
    throw error;
  }
  if (followed.isPending || answers.some((answer) => answer.isPending)) {
    return <Waiting lines={8} />;
  }
  const iconOf = (of: string) => signOf(of, objects.find(({ name }) => name === of)?.icon);
  const changes = answers
    .flatMap(({ data }) => data ?? [])
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST);
  if (changes.length === 0) {
    return (
      <Notice
        title={t('empty.followed')}
        hint={t('empty.followed_hint')}
        act={<LinkButton to="/today">{t('empty.act')}</LinkButton>}
      />
    );
  }
  return (
    <ul className={styles.rows}>
      {changes.map((change) => (
        <Row key={change.id} change={change} icon={iconOf(change.object)} />
      ))}
    </ul>
  );
}

function Row({ change, icon: Icon }: { change: Changed; icon: LucideIcon }) {
  const { t } = useTranslation('messages');
  const { t: record } = useTranslation('record');
  const { object, id, label, at, by } = change;
  const { data: meta } = useQuery(objectQuery(object));
  const { data: last } = useQuery(lastChangeQuery(object, id));
  const fields = (last?.changes ?? []).flatMap(({ field }) =>
    meta ? (fieldOf(meta, field)?.label ?? []) : [],
  );
  const named = fields.slice(0, NAMED).map(say).join(t('comma'));
  const did =
    last?.act === 'updated' && fields.length > 0
      ? t(fields.length > NAMED ? 'changed_more' : 'changed', { fields: named, n: fields.length })
      : record(`acts.${last?.act ?? 'updated'}`);
  const who = (by && 'id' in by ? by.label : undefined) ?? last?.actor.label ?? t('somebody');
  return (
    <li className={styles.row}>
      <span className={styles.kind}>
        <Icon size={16} strokeWidth={1.5} aria-hidden />
      </span>
      <div className={styles.words}>
        <p className={styles.line}>
          <PeekLink object={object} id={id} className={styles.name ?? ''}>
            {label || '—'}
          </PeekLink>
          <time dateTime={at} title={moment(at)}>
            {relative(at)}
          </time>
        </p>
        <p className="muted">{`${who} ${did}`}</p>
      </div>
    </li>
  );
}
