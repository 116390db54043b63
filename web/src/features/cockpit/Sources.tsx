import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { all, are, leaf } from '@/lib/filters';
import { number } from '@/lib/format';
import { choiceName } from '@/lib/meta';
import { numberOf, readyReportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import type { ChartData } from './data';
import { Panel } from './Panel';
import { happenedIn } from './period';
import { ofTeam, type Scope } from './scope';

const MOST = 10;

/** Where the leads of the period came from, and how many of them became customers. */
export function Sources({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const base = all(happenedIn('created_at', scope.period), ofTeam(scope));
  const report = useQuery(readyReportQuery('lead', 'lead_sources', base));
  const rows = rowsOf(report.data).slice(0, MOST);
  const from = (i: number) => are('source', typeof rows[i]?.source === 'string' ? rows[i].source : null);
  const data: ChartData = {
    of: t('sources.of'),
    lying: true,
    layered: true,
    categories: rows.map((row) => choiceName(scope.metas.lead, 'source', row.source) || t('sources.none')),
    series: [
      {
        name: t('sources.leads'),
        quiet: true,
        values: rows.map((row) => numberOf(row.count)),
        to: (i) => listPath('lead', all(base, from(i))),
      },
      {
        name: t('sources.converted'),
        values: rows.map((row) => numberOf(row.converted)),
        to: (i) => listPath('lead', all(base, from(i), leaf('status', 'eq', 'converted'))),
      },
    ],
    notes: rows.map((row) => `${number(numberOf(row.count))} · ${rateOf(row.rate)}`),
    more: [{ name: t('sources.rate'), values: rows.map((row) => rateOf(row.rate)) }],
    brief: number,
    full: number,
  };
  return (
    <Panel
      title={t('sources.title')}
      hint={t('sources.hint')}
      data={report.data && data}
      error={report.error}
      onRetry={() => void report.refetch()}
    />
  );
}

const rateOf = (rate: unknown): string => (typeof rate === 'string' ? `${rate}%` : '—');
