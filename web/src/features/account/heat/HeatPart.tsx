import { useQuery } from '@tanstack/react-query';
import { Grid3x3, Table2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import figures from '@/ui/Figures.module.css';
import { plusDays, today } from '@/lib/days';
import { momentsIn, all, leaf } from '@/lib/filters';
import { number, relative } from '@/lib/format';
import { choiceName, fieldOf, type ObjectMeta, objectQuery, say } from '@/lib/meta';
import { count, reportQuery, rowsOf } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import type { PartProps } from '@/records/brought';
import { IconButton } from '@/ui/IconButton';
import { Notice } from '@/ui/Notice';
import { Waiting } from '@/ui/Waiting';
import shared from '../account.module.css';
import { Figure } from '../Figure';
import { Trouble } from '../Trouble';
import { Heat } from './Heat';
import { firstDay, kindsOf, longestQuiet, weeksOf, type Week } from './weeks';
import { WeekTable } from './WeekTable';
import styles from './heat.module.css';

/** How often the account was dealt with in the last twelve months, week by week. */
export function HeatPart({ entry }: PartProps) {
  const { t } = useTranslation('account');
  const [asTable, showTable] = useState(false);
  const { data: meta } = useQuery(objectQuery('activity'));
  const now = today();
  const own = leaf('account', 'eq', entry.id);
  const year = all(own, momentsIn('happened_at', { from: firstDay(now), to: now }));
  const report = useQuery(
    reportQuery({
      object: 'activity',
      filter: year,
      group_by: [{ field: 'happened_at', bucket: 'week' }, { field: 'kind' }],
      measures: [count],
    }),
  );
  if (report.error && !report.data) {
    return <Trouble error={report.error} onRetry={() => void report.refetch()} />;
  }
  if (!meta || !report.data) {
    return <Waiting lines={6} />;
  }
  const weeks = weeksOf(rowsOf(report.data), now);
  const sum = weeks.reduce((all, { n }) => all + n, 0);
  if (sum === 0) {
    return <Notice title={t('heat.none')} hint={t('heat.none_hint')} />;
  }
  const toWeek = ({ monday }: Week) =>
    listPath('activity', all(own, momentsIn('happened_at', { from: monday, to: plusDays(monday, 6) })));
  const Other = asTable ? Grid3x3 : Table2;
  const label = t(asTable ? 'heat.as_map' : 'heat.as_table');
  const last = typeof entry.last_activity_at === 'string' ? entry.last_activity_at : undefined;
  return (
    <div className={shared.page}>
      <section aria-label={t('heat.title')} className={figures.figures}>
        <Figure name={t('heat.year')} value={number(sum)} to={listPath('activity', year)} />
        <Figure
          name={t('heat.weeks')}
          value={number(weeks.filter(({ n }) => n > 0).length)}
          hint={t('heat.of_weeks', { n: number(weeks.length) })}
        />
        <Figure
          name={t('heat.quiet')}
          value={t('heat.n_weeks', { count: longestQuiet(weeks), n: number(longestQuiet(weeks)) })}
        />
        {last !== undefined && <Figure name={t('heat.last')} value={relative(last)} />}
      </section>
      <section aria-labelledby="heat" className={styles.panel}>
        <header className={styles.head}>
          <h2 id="heat">{t('heat.by_week')}</h2>
          <ul className={styles.kinds} aria-label={nameOf(meta, 'kind')}>
            {kindsOf(weeks).map(([kind, n]) => (
              <li key={kind}>
                {choiceName(meta, 'kind', kind)} {number(n)}
              </li>
            ))}
          </ul>
          <IconButton label={label} onClick={() => showTable(!asTable)}>
            <Other size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </header>
        {asTable ? <WeekTable weeks={weeks} meta={meta} to={toWeek} /> : <Heat weeks={weeks} to={toWeek} />}
      </section>
    </div>
  );
}

const nameOf = (meta: ObjectMeta, field: string): string => say(fieldOf(meta, field)?.label);
