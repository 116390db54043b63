import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { daysBetween, momentOf, monthOf, mondayOf, plusDays, plusMonths, today } from '@/lib/days';
import { briefMoney, number } from '@/lib/format';
import type { Filter } from '@/lib/records';
import { currencyOf, numberOf, reportQuery, rowsOf, totalOf, type Row } from '@/lib/reports';
import { listPath } from '@/records/list/address';
import { sees, type Metas } from './wanted';
import styles from './Figures.module.css';

const mine: Filter = { field: 'owner', op: 'eq', value: '$me' };
const leaf = (field: string, op: 'eq' | 'within' | 'between', value: unknown): Filter => ({
  field,
  op,
  value,
});
const count = { fn: 'count' as const, name: 'count' };
const sum = { fn: 'sum' as const, field: 'amount', name: 'amount' };

const start = (day: string) => momentOf(day);
const end = (day: string) => momentOf(day, '23:59:59.999');

/** Keeps a line free for what is still to come, so that nothing moves then. */
const ROOM = '\u00a0';

/** How the person's month goes; each number leads to its records. */
export function Figures({ metas }: { metas: Metas }) {
  const { t } = useTranslation('today');
  if (!sees(metas, 'opportunity', 'closed_at') && !sees(metas, 'activity', 'happened_at')) {
    return null;
  }
  return (
    <section aria-label={t('figures.title')} className={styles.figures}>
      {sees(metas, 'opportunity', 'closed_at') && <Won metas={metas} />}
      {sees(metas, 'opportunity', 'close_date') && <Due metas={metas} />}
      {sees(metas, 'activity', 'happened_at') && <Activities />}
      {metas.opportunity && (
        <Link to="/cockpit" className={styles.further}>
          {t('figures.cockpit')}
          <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
        </Link>
      )}
    </section>
  );
}

const measures = (metas: Metas) => (sees(metas, 'opportunity', 'amount') ? [count, sum] : [count]);

/** The worth of what is counted, else how many there are. */
function useWorth(metas: Metas) {
  const { t } = useTranslation('today');
  const valued = sees(metas, 'opportunity', 'amount');
  const value = (row: Row | undefined) => numberOf(valued ? row?.amount : row?.count);
  const deals = (n: number) => t('figures.deals', { count: n, n: number(n) });
  const said = (n: number, currency: string | undefined) =>
    valued ? briefMoney(n, currency ?? 'CNY') : deals(n);
  return { valued, value, said, deals };
}

function Won({ metas }: { metas: Metas }) {
  const { t } = useTranslation('today');
  const { valued, value, said, deals } = useWorth(metas);
  const month = monthOf(today());
  const won = [mine, leaf('status', 'eq', 'won')];
  const { data } = useQuery(
    reportQuery({
      object: 'opportunity',
      filter: {
        and: [
          ...won,
          leaf('closed_at', 'between', [
            start(plusMonths(month, -1)),
            end(plusDays(plusMonths(month, 1), -1)),
          ]),
        ],
      },
      group_by: [{ field: 'closed_at', bucket: 'month' }],
      measures: measures(metas),
    }),
  );
  const rows = rowsOf(data);
  const currency = rows.map((row) => currencyOf(row.amount)).find(Boolean);
  const [now, last] = [month, plusMonths(month, -1)].map((of) => rows.find((row) => row.closed_at === of));
  const gap = value(last) - value(now);
  const told = {
    last: said(value(last), currency),
    gap: said(Math.abs(gap), currency),
  };
  return (
    <Figure
      name={t('figures.won')}
      value={data && said(value(now), currency)}
      aside={valued && now ? deals(numberOf(now.count)) : undefined}
      to={listPath('opportunity', { and: [...won, leaf('closed_at', 'within', 'this_month')] })}
    >
      {data && value(last) > 0 ? (
        <span
          role="meter"
          aria-label={t('figures.share')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.min(100, Math.round((value(now) / value(last)) * 100))}
          className={styles.bar}
        >
          <span style={{ width: `${Math.min(100, (value(now) / value(last)) * 100)}%` }} />
        </span>
      ) : (
        <span className={styles.bar} data-empty />
      )}
      {!data
        ? ROOM
        : value(last) === 0
          ? t('figures.no_last')
          : t(gap > 0 ? 'figures.behind' : gap < 0 ? 'figures.ahead' : 'figures.level', told)}
    </Figure>
  );
}

function Due({ metas }: { metas: Metas }) {
  const { t } = useTranslation('today');
  const { valued, value, said, deals } = useWorth(metas);
  const filter: Filter = {
    and: [mine, leaf('status', 'eq', 'open'), leaf('close_date', 'within', 'this_month')],
  };
  const { data } = useQuery(reportQuery({ object: 'opportunity', filter, measures: measures(metas) }));
  const total = totalOf(data);
  return (
    <Figure
      name={t('figures.due')}
      value={data && said(value(total), currencyOf(total.amount))}
      aside={valued && data ? deals(numberOf(total.count)) : undefined}
      to={listPath('opportunity', filter)}
    />
  );
}

function Activities() {
  const { t } = useTranslation('today');
  const day = today();
  const monday = mondayOf(day);
  const { data } = useQuery(
    reportQuery({
      object: 'activity',
      filter: {
        and: [mine, leaf('happened_at', 'between', [start(plusDays(monday, -7)), end(plusDays(monday, 6))])],
      },
      group_by: [{ field: 'happened_at', bucket: 'day' }],
      measures: [count],
    }),
  );
  const days = rowsOf(data).map((row) => ({ day: String(row.happened_at), n: numberOf(row.count) }));
  const counted = (from: string, to: string) =>
    days.filter((row) => row.day >= from && row.day <= to).reduce((sum, { n }) => sum + n, 0);
  const now = counted(monday, plusDays(monday, 6));
  const last = counted(plusDays(monday, -7), plusDays(monday, daysBetween(monday, day) - 7));
  return (
    <Figure
      name={t('figures.activities')}
      value={data && t('figures.times', { count: now, n: number(now) })}
      to={listPath('activity', { and: [mine, leaf('happened_at', 'within', 'this_week')] })}
    >
      {data ? t('figures.activities_last', { n: number(last) }) : ROOM}
    </Figure>
  );
}

interface FigureProps {
  name: string;
  value: string | undefined;
  aside?: string | undefined;
  to: string;
  children?: React.ReactNode;
}

function Figure({ name, value, aside, to, children }: FigureProps) {
  return (
    <div className={styles.figure}>
      <span aria-hidden className={styles.name}>
        {name}
      </span>
      <Link to={to} className={styles.value}>
        <span className="sr-only">{name}</span> {value ?? '…'} {aside && <small>{aside}</small>}
      </Link>
      {children && <div className={styles.hint}>{children}</div>}
    </div>
  );
}
