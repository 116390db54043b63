import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { plusDays, plusMonths, yearOf } from '@/lib/days';
import { momentsIn, all, leaf } from '@/lib/filters';
import { monthShort } from '@/lib/format';
import { readyReportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import type { ChartData, Series } from './data';
import { Panel } from './Panel';
import { ofTeam, type Scope } from './scope';
import { useWorth } from './useWorth';

/** What was won in each month of the year, and in the year before. */
export function WonByMonth({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const worth = useWorth(scope);
  const year = yearOf(scope.period.to);
  const last = plusMonths(year, -12);
  const report = useQuery(
    readyReportQuery(
      'opportunity',
      'won_by_month',
      all(momentsIn('closed_at', { from: last, to: plusDays(plusMonths(year, 12), -1) }), ofTeam(scope)),
    ),
  );
  const rows = rowsOf(report.data);
  const months = (from: string) => Array.from({ length: 12 }, (_, i) => plusMonths(from, i));
  const series = (from: string): Series => ({
    name: from.slice(0, 4),
    values: months(from).map((month) => worth.of(rows.find((row) => row.closed_at === month))),
    to: (i) => {
      const month = plusMonths(from, i);
      return listPath(
        'opportunity',
        all(
          leaf('status', 'eq', 'won'),
          momentsIn('closed_at', { from: month, to: plusDays(plusMonths(month, 1), -1) }),
          ofTeam(scope),
        ),
      );
    },
  });
  const data: ChartData = {
    of: t('month'),
    categories: months(year).map(monthShort),
    series: [{ ...series(last), quiet: true }, series(year)],
    ...worth.told(rows),
  };
  return (
    <Panel
      wide
      title={t('won.title')}
      hint={t('won.hint', { year: year.slice(0, 4), last: last.slice(0, 4) })}
      data={report.data && data}
      error={report.error}
      onRetry={() => void report.refetch()}
    />
  );
}
