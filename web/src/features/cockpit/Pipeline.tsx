import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { all, are, leaf } from '@/lib/filters';
import { fieldOf, say } from '@/lib/meta';
import type { Filter } from '@/lib/records';
import { reportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import { ownedBy, ownersOf, type Owner } from './byOwner';
import type { ChartData } from './data';
import { Panel } from './Panel';
import { ofTeam, type Scope } from './scope';
import { useWorth } from './useWorth';

const MOST = 8;

/** Those of the owner, or of all others. */
export const ownFilter = ({ id, others }: Owner): Filter => {
  if (!others) {
    return are('owner', id);
  }
  const ids = others.filter((other) => other !== null);
  const some = leaf('owner', 'in', ids);
  return others.includes(null) ? { or: [some, leaf('owner', 'empty')] } : some;
};

/** What is open now, by stage and by whose it is. */
export function Pipeline({ scope }: { scope: Scope }) {
  const { t } = useTranslation('cockpit');
  const worth = useWorth(scope);
  const base = all(leaf('status', 'eq', 'open'), ofTeam(scope));
  const report = useQuery(
    reportQuery({
      object: 'opportunity',
      filter: base,
      group_by: [{ field: 'stage' }, { field: 'owner' }],
      measures: worth.measures,
    }),
  );
  const rows = rowsOf(report.data);
  const meta = scope.metas.opportunity;
  const choices = (meta && fieldOf(meta, 'stage')?.choices) ?? [];
  const stages = choices.filter(({ code }) => rows.some((row) => row.stage === code));
  const data: ChartData = {
    of: t('stage'),
    lying: true,
    stacked: true,
    categories: stages.map(({ label }) => say(label)),
    series: ownersOf(rows, worth.of, MOST).map((owner) => ({
      name: owner.others ? t('others') : (owner.name ?? t('nobody')),
      values: stages.map(({ code }) =>
        ownedBy(
          owner,
          rows.filter((row) => row.stage === code),
          worth.of,
        ),
      ),
      to: (i) =>
        listPath('opportunity', all(base, leaf('stage', 'eq', stages[i]?.code ?? ''), ownFilter(owner))),
    })),
    ...worth.told(rows),
  };
  return (
    <Panel
      title={t('pipeline.title')}
      hint={t('pipeline.hint')}
      data={report.data && data}
      error={report.error}
      onRetry={() => void report.refetch()}
    />
  );
}
