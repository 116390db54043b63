import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, relative } from '@/lib/format';
import { objectQuery, say, useObjects } from '@/lib/meta';
import { Waiting } from '@/ui/Waiting';
import { countsQuery, flowsQuery, type Flow } from '../api';
import { FlowMenu } from '../FlowMenu';
import { triggerSign } from '../graph/signs';
import { useNames } from '../model/names';
import { triggerSaid } from '../model/said';
import { read, sameDefinition, type Definition } from '../model/tree';
import { StatusTag } from '../StatusTag';
import { NewFlow } from './NewFlow';
import { Starters } from './Starters';
import styles from './Flows.module.css';

/** All flows of the company, the last changed first. */
export function FlowsPage() {
  const { t } = useTranslation('flow');
  const { data: flows, error } = useQuery(flowsQuery);
  const [text, setText] = useState('');
  const [making, make] = useState(false);
  if (error && !flows) {
    throw error;
  }
  const said = text.trim().toLowerCase();
  const shown = flows?.filter(({ name }) => name.toLowerCase().includes(said)) ?? [];
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
      {!flows ? (
        <Waiting lines={6} />
      ) : flows.length === 0 ? (
        <section aria-label={t('empty')} className={styles.empty}>
          <h2>{t('empty')}</h2>
          <p className={styles.lead}>{t('empty_hint')}</p>
          <Starters />
        </section>
      ) : (
        <>
          <Input
            allowClear
            className={styles.search ?? ''}
            aria-label={t('search')}
            placeholder={t('search')}
            prefix={<Search size={14} aria-hidden />}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          {shown.length === 0 && <p className={styles.lead}>{t('none_found', { text })}</p>}
          <ul aria-label={t('title')} className={styles.rows}>
            {shown.map((flow) => (
              <FlowRow key={flow.id} flow={flow} />
            ))}
          </ul>
        </>
      )}
      {making && <NewFlow onClose={() => make(false)} />}
    </div>
  );
}

function FlowRow({ flow }: { flow: Flow }) {
  const { t } = useTranslation('flow');
  const objects = useObjects();
  const { data: counts } = useQuery(countsQuery);
  const definition = read(flow.definition);
  const { icon: Icon, tone } = triggerSign(definition.trigger.kind);
  const given = flow.origin !== null;
  const { running = 0, failed = 0 } = counts?.get(flow.id) ?? {};
  const edited =
    flow['published.number'] !== null && !sameDefinition(definition, read(flow['published.definition']));
  const object = say(objects.find(({ name }) => name === flow.object)?.label) || flow.object;
  return (
    <li className={styles.row}>
      <span
        className={styles.sign}
        style={{ color: `var(--tag-${tone}-text)`, background: `var(--tag-${tone}-ground)` }}
      >
        <Icon size={16} strokeWidth={1.5} aria-hidden />
      </span>
      <span className={styles.what}>
        <Link to={`/settings/flows/${flow.id}${given ? '/runs' : ''}`} className={styles.name}>
          {flow.name}
        </Link>
        <span className={styles.trigger}>
          {object}
          {' · '}
          {given ? t('given') : <Trigger object={flow.object} definition={definition} />}
        </span>
      </span>
      <span className={styles.status}>
        <StatusTag status={flow.status} />
        {edited && <span className={styles.small}>{t('edited')}</span>}
      </span>
      <span className={styles.runs}>
        {failed > 0 && (
          <Link to={`/settings/flows/${flow.id}/runs?state=failed`} className={styles.failed}>
            {t('failed', { count: failed })}
          </Link>
        )}
        {running > 0 && (
          <Link to={`/settings/flows/${flow.id}/runs?state=running`} className={styles.running}>
            {t('running', { count: running })}
          </Link>
        )}
      </span>
      <time className={styles.time} dateTime={flow.updated_at} title={moment(flow.updated_at)}>
        {relative(flow.updated_at)}
      </time>
      <span className={styles.acts}>{!given && <FlowMenu flow={flow} />}</span>
    </li>
  );
}

/** What starts the flow, in words, once its object is known. */
function Trigger({ object, definition }: { object: string; definition: Definition }) {
  const { data: meta } = useQuery(objectQuery(object));
  return meta ? <Said meta={meta} definition={definition} /> : null;
}

function Said({ meta, definition }: { meta: Parameters<typeof useNames>[0]; definition: Definition }) {
  const { t } = useTranslation('flow');
  const names = useNames(meta, definition);
  return <>{triggerSaid(definition.trigger, names, t)}</>;
}
