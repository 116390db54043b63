import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { all } from '@/lib/filters';
import { number } from '@/lib/format';
import { choiceName, useObjects } from '@/lib/meta';
import { numberOf, readyReportQuery, rowsOf, type Row } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import { textOf } from '@/records/values';
import { stagesQuery, usualStages } from '../stages';
import type { ChartData } from './data';
import { behind, type Step } from './funnel';
import { Panel } from './Panel';
import { happenedIn } from './period';
import { ofTeam, type Scope } from './scope';
import { useWorth } from './useWorth';
import styles from './Filters.module.css';

interface Shown extends Step {
  row: Row;
}

const stepOf = (row: Row): Shown => ({
  row,
  pipeline: textOf(row.pipeline),
  stage: textOf(row.stage),
  count: numberOf(row.count),
  reached: numberOf(row.reached),
  conversion: typeof row.conversion === 'string' ? row.conversion : null,
});

/** How far the deals came that were made in the period, stage by stage. */
export function Funnel({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const meta = scope.metas.opportunity;
  const worth = useWorth(scope);
  const [wanted, want] = useState<string>();
  const readable = useObjects().some((object) => object.name === 'stage' && object.can.read);
  const base = all(happenedIn('created_at', scope.period), ofTeam(scope));
  const report = useQuery(readyReportQuery('opportunity', 'funnel', base));
  const { data: known = usualStages } = useQuery({ ...stagesQuery, enabled: readable });

  const every = rowsOf(report.data).map(stepOf);
  const pipelines = [...new Set(every.map((step) => step.pipeline))];
  const busiest = (of: string) =>
    every.filter((step) => step.pipeline === of).reduce((n, step) => n + step.count, 0);
  const pipeline = wanted ?? [...pipelines].sort((a, b) => busiest(b) - busiest(a))[0];
  const steps = every.filter((step) => step.pipeline === pipeline);
  const ending = (status: string) =>
    new Set(steps.map((step) => step.stage).filter((stage) => known.status(stage) === status));
  const [won, lost] = [ending('won'), ending('lost')];
  const shown = steps.filter(({ stage }) => !lost.has(stage));
  const { full } = worth.told(steps.map(({ row }) => row));

  const data: ChartData = {
    of: t('stage'),
    lying: true,
    categories: shown.map(({ stage }) => choiceName(meta, 'stage', stage)),
    series: [
      {
        name: t('funnel.reached'),
        values: shown.map(({ reached }) => reached),
        to: (i) => {
          const step = shown[i];
          return listPath('opportunity', step && behind(base, steps, step, won, lost));
        },
      },
    ],
    notes: shown.map(({ reached, conversion }) =>
      conversion === null ? number(reached) : `${number(reached)} · ${conversion}%`,
    ),
    more: [
      {
        name: t('funnel.conversion'),
        values: shown.map(({ conversion }) => (conversion === null ? '—' : `${conversion}%`)),
      },
      { name: t('funnel.now'), values: shown.map((step) => number(step.count)) },
      ...(worth.valued
        ? [{ name: t('amount'), values: shown.map(({ row }) => full(numberOf(row.amount))) }]
        : []),
    ],
    brief: number,
    full: number,
  };
  return (
    <Panel
      title={t('funnel.title')}
      hint={t('funnel.hint')}
      data={report.data && data}
      error={report.error}
      onRetry={() => void report.refetch()}
      extra={
        pipelines.length > 1 && (
          <select
            className={styles.small}
            aria-label={t('funnel.pipeline')}
            value={pipeline}
            onChange={(event) => want(event.target.value)}
          >
            {pipelines.map((each) => (
              <option key={each} value={each}>
                {choiceName(meta, 'pipeline', each)}
              </option>
            ))}
          </select>
        )
      }
    />
  );
}
