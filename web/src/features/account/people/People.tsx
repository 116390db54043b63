import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { TriangleAlert } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '@/lib/changes';
import { leaf, all } from '@/lib/filters';
import { forestOf } from '@/lib/forest';
import { number } from '@/lib/format';
import { lazy } from '@/lib/lazy';
import { choiceName, fieldOf, objectQuery, useObjects } from '@/lib/meta';
import { recordsKey } from '@/lib/records';
import { listPath } from '@/records/list/address';
import type { PartProps } from '@/records/brought';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import { Link } from 'react-router';
import { More } from '../More';
import { Trouble } from '../Trouble';
import { calledOf, found, MOST, seenOf } from '../query';
import { Chart } from './Chart';
import { countedBy, peopleOf, type Person } from './people';
import styles from './people.module.css';

const CreateDrawer = lazy(() =>
  import('@/records/form/CreateDrawer').then((module) => ({ default: module.CreateDrawer })),
);

const TOLD = ['name', 'title', 'org_unit', 'reports_to', 'decision_role', 'mobile'];

/** Who works at the account, who reports to whom, and who decides what. */
export function People({ meta: account, entry }: PartProps) {
  const { t } = useTranslation('account');
  const [preset, add] = useState<Values>();
  const deals = useObjects().some(({ name, can }) => name === 'opportunity_contact' && can.read);
  const { data: meta } = useQuery(objectQuery('contact'));
  const { data: roleMeta } = useQuery({ ...objectQuery('opportunity_contact'), enabled: deals });
  const contacts = useQuery({
    queryKey: [...recordsKey('contact'), 'people', entry.id],
    enabled: meta !== undefined,
    queryFn: ({ signal }) =>
      found(
        'contact',
        {
          filter: leaf('account', 'eq', entry.id),
          fields: meta ? seenOf(meta, TOLD) : [],
          sort: ['created_at'],
        },
        signal,
      ),
  });
  const decisions = useQuery({
    queryKey: [...recordsKey('opportunity_contact'), 'people', entry.id],
    enabled: roleMeta !== undefined,
    queryFn: ({ signal }) =>
      found(
        'opportunity_contact',
        {
          filter: all(leaf('opportunity.account', 'eq', entry.id), leaf('opportunity.status', 'eq', 'open')),
          fields: roleMeta
            ? ['opportunity', ...seenOf(roleMeta, ['contact', 'role', 'influence', 'attitude'])]
            : [],
        },
        signal,
      ),
  });
  if (contacts.error && !contacts.data) {
    return <Trouble error={contacts.error} onRetry={() => void contacts.refetch()} />;
  }
  if (!meta || !contacts.data || (deals && decisions.isLoading)) {
    return <Waiting lines={8} />;
  }
  const known = { account: { id: entry.id, label: calledOf(account, entry) } };
  const people = peopleOf(contacts.data.items, decisions.data?.items ?? []);
  const addButton = meta.can.create === true && (
    <Button type={people.length === 0 ? 'primary' : 'default'} onClick={() => add(known)}>
      {t('people.add')}
    </Button>
  );
  const forest = forestOf(people, ({ above }) => above);
  const lines = forest.filter(({ below }) => below.length > 0);
  const alone = forest.filter(({ below }) => below.length === 0);
  const shared = {
    people,
    meta,
    roleMeta,
    ...(meta.can.create === true && {
      onBelow: (person: Person) => add({ ...known, reports_to: { id: person.id, label: person.name } }),
    }),
  };
  const roles = fieldOf(meta, 'decision_role')?.choices?.map(({ code }) => code) ?? [];
  const counted = countedBy(people, roles);
  const nobody =
    roles.includes('decision_maker') && counted.every(({ role, n }) => role !== 'decision_maker' || n === 0);
  return (
    <div className={styles.page}>
      {people.length === 0 ? (
        <Notice title={t('people.none')} hint={t('people.none_hint')} act={addButton || undefined} />
      ) : (
        <>
          <header className={styles.head}>
            <p className={styles.counts}>
              {t('people.count', { count: people.length, n: number(people.length) })}
              {counted
                .filter(({ n }) => n > 0)
                .map(({ role, n }) => (
                  <span key={role}>
                    {choiceName(meta, 'decision_role', role)} {number(n)}
                  </span>
                ))}
            </p>
            {nobody && (
              <p className={styles.warning}>
                <TriangleAlert size={14} strokeWidth={1.5} aria-hidden />
                {t('people.nobody_decides')}
              </p>
            )}
            {addButton}
          </header>
          {lines.length > 0 && <Chart forest={lines} label={t('people.chart')} {...shared} />}
          {alone.length > 0 && (
            <section aria-labelledby="alone" className={styles.alone}>
              <h2 id="alone">{t(lines.length > 0 ? 'people.alone' : 'people.all')}</h2>
              <p className="muted">{t('people.alone_hint')}</p>
              <Chart flat forest={alone} label={t('people.alone')} {...shared} />
            </section>
          )}
          {contacts.data.more && (
            <More n={MOST}>
              <Link to={listPath('contact', leaf('account', 'eq', entry.id))}>{t('all')}</Link>
            </More>
          )}
        </>
      )}
      {preset && (
        <Suspense fallback={null}>
          <CreateDrawer meta={meta} preset={preset} stay onClose={() => add(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
