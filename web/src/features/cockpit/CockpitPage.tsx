import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Problem } from '@/lib/api';
import { today } from '@/lib/days';
import { objectQuery, sees, useObjects } from '@/lib/meta';
import { Waiting } from '@/ui/Waiting';
import { Activity } from './Activity';
import { useDepartments, withBelow } from '@/lib/departments';
import { Figures } from './Figures';
import { Filters } from './Filters';
import { Funnel } from './Funnel';
import { isRunning, periodAsked, spanBefore } from './period';
import { Pipeline } from './Pipeline';
import { Ranking } from './Ranking';
import type { Scope } from './scope';
import { Sources } from './Sources';
import { WonByMonth } from './WonByMonth';
import styles from './Cockpit.module.css';

const objects = ['opportunity', 'lead', 'activity'];

/** How business goes; every number opens the records behind it. */
export function CockpitPage() {
  const { t } = useTranslation('cockpit');
  const [asked] = useSearchParams();
  const readable = useObjects().filter((object) => object.can.read && objects.includes(object.name));
  if (!readable.some((object) => object.name === 'opportunity')) {
    throw new Problem({ status: 403 });
  }
  const metas = useQueries({
    queries: readable.map((object) => objectQuery(object.name)),
    combine: (answers) => {
      const error = answers.find((answer) => answer.error && !answer.data)?.error;
      if (error) {
        throw error;
      }
      return answers.every((answer) => answer.data)
        ? Object.fromEntries(answers.flatMap(({ data }) => (data ? [[data.name, data]] : [])))
        : undefined;
    },
  });
  const departments = useDepartments();
  const period = periodAsked(asked, today());
  const tree = departments.data ?? [];
  const team = tree.find(({ id }) => id === asked.get('team'))?.id;
  if (!metas || departments.isLoading) {
    return <Waiting lines={10} />;
  }
  const teams = sees(metas.opportunity, 'department');
  const scope: Scope = {
    period,
    before: spanBefore(period, today()),
    running: isRunning(period, today()),
    team: team === undefined || !teams ? [] : withBelow(tree, team),
    metas,
  };
  const { opportunity: deals, lead, activity } = metas;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <Filters period={period} tree={teams ? tree : []} team={team} />
      </header>
      <Figures scope={scope} />
      <div className={styles.panels}>
        {sees(deals, 'stage', 'created_at', 'furthest_stage') && <Funnel scope={scope} />}
        {sees(deals, 'owner', 'closed_at') && <Ranking scope={scope} />}
        {sees(deals, 'closed_at') && <WonByMonth scope={scope} />}
        {sees(lead, 'source', 'created_at', 'status') && <Sources scope={scope} />}
        {sees(deals, 'stage', 'owner') && <Pipeline scope={scope} />}
        {sees(activity, 'kind', 'owner', 'happened_at') && <Activity scope={scope} />}
      </div>
    </div>
  );
}
