import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { all, are, leaf } from '@/lib/filters';
import { number } from '@/lib/format';
import { linkOf, numberOf, readyReportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import type { ChartData } from './data';
import { Panel } from './Panel';
import { happenedIn } from './period';
import { ofTeam, type Scope } from './scope';
import { useWorth } from './useWorth';

const MOST = 10;

/** Who won most in the period. */
export function Ranking({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const worth = useWorth(scope);
  const base = all(happenedIn('closed_at', scope.period), ofTeam(scope));
  const report = useQuery(readyReportQuery('opportunity', 'ranking', base));
  const rows = rowsOf(report.data).slice(0, MOST);
  const told = worth.told(rows);
  const data: ChartData = {
    of: t('owner'),
    lying: true,
    categories: rows.map((row) => linkOf(row.owner).label ?? t('nobody')),
    series: [
      {
        name: t(worth.valued ? 'ranking.amount' : 'ranking.count'),
        values: rows.map(worth.of),
        to: (i) =>
          listPath(
            'opportunity',
            all(leaf('status', 'eq', 'won'), base, are('owner', linkOf(rows[i]?.owner).id)),
          ),
      },
    ],
    notes: rows.map((row) =>
      worth.valued
        ? `${told.brief(worth.of(row))} · ${worth.deals(numberOf(row.count))}`
        : number(numberOf(row.count)),
    ),
    more: worth.valued
      ? [{ name: t('ranking.count'), values: rows.map((row) => number(numberOf(row.count))) }]
      : [],
    ...told,
  };
  return (
    <Panel
      title={t('ranking.title')}
      hint={t('ranking.hint')}
      data={report.data && data}
      error={report.error}
      onRetry={() => void report.refetch()}
    />
  );
}
