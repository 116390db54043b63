import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { all, leaf } from '@/lib/filters';
import { number } from '@/lib/format';
import { fieldOf, say } from '@/lib/meta';
import { count, reportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import { ownedBy, ownersOf } from './byOwner';
import type { ChartData } from './data';
import { Panel } from './Panel';
import { happenedIn } from './period';
import { ownFilter } from './Pipeline';
import { ofTeam, type Scope } from './scope';

const MOST = 10;

/** What was done with customers in the period, by whom and of which kind. */
export function Activity({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const base = all(happenedIn('happened_at', scope.period), ofTeam(scope));
  const report = useQuery(
    reportQuery({
      object: 'activity',
      filter: base,
      group_by: [{ field: 'owner' }, { field: 'kind' }],
      measures: [count],
    }),
  );
  const rows = rowsOf(report.data);
  const meta = scope.metas.activity;
  const choices = (meta && fieldOf(meta, 'kind')?.choices) ?? [];
  const kinds = choices.filter(({ code }) => rows.some((row) => row.kind === code));
  const owners = ownersOf(rows, (row) => Number(row.count), MOST);
  const data: ChartData = {
    of: t('owner'),
    lying: true,
    stacked: true,
    categories: owners.map((owner) => (owner.others ? t('others') : (owner.name ?? t('nobody')))),
    series: kinds.map(({ code, label }) => ({
      name: say(label),
      values: owners.map((owner) =>
        ownedBy(
          owner,
          rows.filter((row) => row.kind === code),
        ),
      ),
      to: (i) => {
        const owner = owners[i];
        return listPath('activity', all(base, leaf('kind', 'eq', code), owner && ownFilter(owner)));
      },
    })),
    brief: number,
    full: number,
  };
  return (
    <Panel
      wide
      title={t('activity.title')}
      hint={t('activity.hint')}
      data={report.data && data}
      error={report.error}
      onRetry={() => void report.refetch()}
    />
  );
}
