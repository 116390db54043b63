import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Milestone, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, relative } from '@/lib/format';
import { fieldOf, objectQuery, say, useObjects } from '@/lib/meta';
import { Waiting } from '@/ui/Waiting';
import styles from '../list/Flows.module.css';
import { processesQuery, type Kept } from './api';
import { readProcess, sameProcess } from './model';
import { NewProcess } from './NewProcess';
import { ProcessMenu } from './ProcessMenu';
import { StatusOf } from './StatusOf';

/** All processes of the company, the last changed first. */
export function ProcessesPage() {
  const { t } = useTranslation('process');
  const { data: all, error } = useQuery(processesQuery);
  const [making, make] = useState(false);
  if (error && !all) {
    throw error;
  }
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1>{t('title')}</h1>
          <p className={styles.lead}>{t('lead')}</p>
        </div>
        <Button type="primary" icon={<Plus size={16} aria-hidden />} onClick={() => make(true)}>
          {t('new')}
        </Button>
      </header>
      {!all ? (
        <Waiting lines={6} />
      ) : all.length === 0 ? (
        <section aria-label={t('empty')} className={styles.empty}>
          <h2>{t('empty')}</h2>
          <p className={styles.lead}>{t('empty_hint')}</p>
        </section>
      ) : (
        <ul aria-label={t('title')} className={styles.rows}>
          {all.map((kept) => (
            <Row key={kept.id} kept={kept} />
          ))}
        </ul>
      )}
      {making && <NewProcess onClose={() => make(false)} />}
    </div>
  );
}

function Row({ kept }: { kept: Kept }) {
  const { t } = useTranslation('process');
  const objects = useObjects();
  const { data: meta } = useQuery(objectQuery(kept.object));
  const object = say(objects.find(({ name }) => name === kept.object)?.label) || kept.object;
  const field = say(meta && fieldOf(meta, kept.field)?.label) || kept.field;
  const definition = readProcess(kept.definition);
  const edited = kept.live !== null && !sameProcess(definition, readProcess(kept.live));
  return (
    <li className={styles.row}>
      <span
        className={styles.sign}
        style={{ color: 'var(--tag-blue-text)', background: 'var(--tag-blue-ground)' }}
      >
        <Milestone size={16} strokeWidth={1.5} aria-hidden />
      </span>
      <span className={styles.what}>
        <Link to={`/settings/processes/${kept.id}`} className={styles.name}>
          {kept.name}
        </Link>
        <span className={styles.trigger}>
          {[object, field, t('states_n', { count: definition.states.length })].join(' · ')}
        </span>
      </span>
      <span className={styles.status}>
        <StatusOf status={kept.status} />
        {edited && <span className={styles.small}>{t('edited')}</span>}
      </span>
      <time className={styles.time} dateTime={kept.updated_at} title={moment(kept.updated_at)}>
        {relative(kept.updated_at)}
      </time>
      <span className={styles.acts}>
        <ProcessMenu kept={kept} />
      </span>
    </li>
  );
}
